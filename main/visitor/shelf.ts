import { join } from 'node:path'
import type { ToVisitor } from '../../app/contracts/visitor-link.ts'
import { type Document, kindOf } from '../../app/documents/document.ts'
import { safeFileName, uniqueFileName } from '../../app/documents/file-name.ts'
import { errorCode } from '../lib/durable-file.ts'
import { plainFs } from '../lib/plain-fs.ts'

const { rename, unlink } = plainFs.promises

type Arrived = Extract<ToVisitor, { type: 'documentArrived' }>

/** The person's documents: what is told of each, and where it lies. */
export class Shelf {
  readonly #folder: string
  readonly #changed: () => void
  readonly #counted: (count: number) => void
  readonly #documents = new Map<string, Document>()
  #added = 0

  /** @param folder inside the session root @param counted told whenever their number changes */
  constructor(folder: string, changed: () => void, counted: (count: number) => void) {
    this.#folder = folder
    this.#changed = changed
    this.#counted = counted
  }

  list(): Document[] {
    return [...this.#documents.values()]
  }

  get(id: string): Document | undefined {
    return this.#documents.get(id)
  }

  pathOf(document: Document): string {
    return join(this.#folder, document.name)
  }

  /** Takes in a document that begins to arrive. @param bytesTotal 0 when unknown */
  add(suggestedName: string, bytesTotal: number, origin: Document['origin'] = 'web'): Document {
    const taken = this.list().map((document) => document.name)
    const name = uniqueFileName(safeFileName(suggestedName), taken)
    this.#added += 1
    const id = `d${this.#added}`
    const document = {
      id,
      name,
      kind: kindOf(name),
      origin,
      bytesReceived: 0,
      bytesTotal,
      state: 'arriving',
    } as const
    this.#put(document)
    this.#counted(this.#documents.size)
    return document
  }

  /**
   * Takes in a page or a file that the guardian has put in the folder.
   * @throws the file system's error; it is then not on the shelf
   */
  async receive({ file, name, bytes, origin }: Arrived): Promise<Document> {
    const document = this.add(name, bytes, origin)
    try {
      await rename(join(this.#folder, file), this.pathOf(document))
    } catch (error) {
      await this.delete(document.id)
      throw error
    }
    this.update(document.id, { state: 'complete', bytesReceived: bytes })
    return document
  }

  /** Changes what is told of a document; one that was deleted meanwhile stays so. */
  update(id: string, change: Pick<Document, 'bytesReceived' | 'state'>): void {
    const document = this.#documents.get(id)
    if (document !== undefined) this.#put({ ...document, ...change })
  }

  /** Removes the entry and its file. */
  async delete(id: string): Promise<void> {
    const document = this.#documents.get(id)
    if (document === undefined) return
    this.#documents.delete(id)
    this.#counted(this.#documents.size)
    this.#changed()
    await this.erase(document)
  }

  /** Removes the file alone; one that was never written is no error. @throws the file system's other errors */
  async erase(document: Document): Promise<void> {
    try {
      await unlink(this.pathOf(document))
    } catch (error) {
      if (errorCode(error) !== 'ENOENT') throw error
    }
  }

  #put(document: Document): void {
    this.#documents.set(document.id, document)
    this.#changed()
  }
}
