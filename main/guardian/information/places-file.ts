import { readFile } from 'node:fs/promises'
import { type Directory, readDirectory } from '../../../app/orientation/directory.ts'
import type { DirectoryProblem } from '../../../app/orientation/rows.ts'
import type { Problem } from '../../../app/policy/problems.ts'
import { errorCode } from '../../lib/durable-file.ts'

/** A visitor is told the whole directory in one message: some three thousand places. */
const mostBytes = 3_000_000

export type PlacesReading = { ok: true; directory: Directory } | { ok: false; problem: Problem }

/** Reads the directory of places. Wrong rows are the directory's own problems; the others are still shown. */
export async function readPlaces(path: string): Promise<PlacesReading> {
  const refuse = (cure: string): PlacesReading => ({
    ok: false,
    problem: { key: 'orientation.places', value: JSON.stringify(path), cure },
  })
  try {
    const text = await readFile(path, 'utf8')
    if (text.length > mostBytes) return refuse('must be a file of 3 MB at most.')
    return { ok: true, directory: readDirectory(text) }
  } catch (error) {
    return refuse(`must be a file that the service user can read (${errorCode(error)}).`)
  }
}

/** « /etc/estran/places.csv: line 12, horaires: must be … » */
export function rowSentence(path: string, { line, field, cure }: DirectoryProblem): string {
  return `${path}: line ${line}${field === '' ? '' : `, ${field}`}: ${cure}.`
}
