import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { type ScanFolder, scanFolder } from '../../main/guardian/scans/scan-folder.ts'
import { temporaryFolder } from './temporary-folder.ts'
import { type FakeVisitor, fakeVisitor } from './visitor.ts'

export type ScanPlace = {
  /** Holds all the others. */
  around: string
  path: string
  folder: ScanFolder
  /** Where its documents arrive: `documents`. */
  visitor: FakeVisitor
  documents: string
}

/** A real folder to scan to, beside the session root of a visitor without a browser. */
export async function scanPlace(): Promise<ScanPlace> {
  const around = await temporaryFolder()
  const path = join(around, 'scans')
  const root = join(around, 'root')
  const documents = join(root, 'documents')
  await mkdir(path)
  await mkdir(documents, { recursive: true })
  return { around, path, folder: scanFolder(path), visitor: fakeVisitor(root), documents }
}
