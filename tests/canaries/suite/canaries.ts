import { expect } from '@playwright/test'
import { canaryRows, type Row } from '../report.ts'
import type { Hit } from '../search.ts'
import { artefact, newToken } from '../token.ts'
import { look } from './look.ts'

/** The canaries of one test: planted, seen while the session lasts, sought after its end. */
export class Canaries {
  readonly token = newToken()
  readonly #stateFolder: string
  readonly #planted: string[] = []
  readonly #before: Hit[] = []
  readonly #after: Hit[] = []
  readonly #behaviours: Row[] = []

  constructor(stateFolder: string) {
    this.#stateFolder = stateFolder
  }

  /** The canary of one artefact, to be left in the place that bears its name. */
  plant(kind: string): string {
    this.#planted.push(kind)
    return artefact(this.token, kind)
  }

  /** What no token can mark: counted by what it does in the session that planted it, and in the next person's. */
  behaves(row: Row): void {
    this.#behaviours.push(row)
  }

  async seenBefore(): Promise<Hit[]> {
    return this.#look(this.#before)
  }

  async seenAfter(): Promise<Hit[]> {
    return this.#look(this.#after)
  }

  rows(): Row[] {
    // A page of the test's own plants many kinds by itself: they count once they are found.
    const byPages = this.#before.map((hit) => hit.artefact).filter((kind) => kind !== 'unnamed')
    return [...canaryRows([...this.#planted, ...byPages], this.#before, this.#after), ...this.#behaviours]
  }

  /** Every row was found while the session lasted, and none after it. */
  expectGone(): void {
    const rows = this.rows()
    expect(
      rows.filter((row) => row.planted === 'yes' && row.before === 0),
      'planted, and never found',
    ).toEqual([])
    expect(this.#after, 'found after the end').toEqual([])
    expect(
      rows.filter((row) => row.after > 0),
      'left to the next person',
    ).toEqual([])
  }

  async #look(found: Hit[]): Promise<Hit[]> {
    const { hits, unreadable } = await look(this.#stateFolder, this.token)
    expect(unreadable, 'what cannot be read proves nothing').toEqual([])
    found.push(...hits)
    return hits
  }
}
