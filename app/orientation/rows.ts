import { csvParseRows, dsvFormat } from 'd3-dsv'
import type { Text } from './cell.ts'

/**
 * One thing wrong with a directory, for the admin. `line` counts from 1, the header being line 1 of a CSV; in JSON it
 * is the number of the entry. `field` is the column's name, or empty when the whole row or file is meant.
 */
export type DirectoryProblem = { line: number; field: string; cure: string }

/** One entry of a directory's file, its cells by column. */
export type Row = { line: number; cells: ReadonlyMap<string, unknown> }

export type Rows = { rows: Row[]; problems: DirectoryProblem[] }

/** Columns without which a place cannot be shown. */
const neededColumns = ['id', 'nom', 'commune', 'code_postal', 'adresse']

/** The entries of a file, CSV or JSON: a JSON text begins with a bracket. Never throws. */
export function rowsOf(text: string): Rows {
  const plain = text.replace(/^\uFEFF/, '')
  return /^\s*[[{]/.test(plain) ? rowsOfJson(plain) : rowsOfCsv(plain)
}

/** What a cell says; `null` when it is empty, missing, or neither text nor number. */
export function textIn({ cells }: Row, column: string): Text {
  const cell = cells.get(column)
  const text = typeof cell === 'string' || typeof cell === 'number' ? String(cell).trim() : ''
  return text === '' ? null : text
}

/** The entries of a JSON list. */
function rowsOfJson(text: string): Rows {
  const entries = parseJson(text)
  if (!Array.isArray(entries)) {
    return { rows: [], problems: [{ line: 1, field: '', cure: 'must be a JSON list of places' }] }
  }
  const rows = entries.map((entry: unknown, index) => ({
    line: index + 1,
    cells: new Map(Object.entries(Object(entry))),
  }))
  return { rows, problems: [] }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** The rows of a CSV, parted by commas or semicolons, each with the line it begins on. */
function rowsOfCsv(text: string): Rows {
  const header = text.split('\n', 1)[0] ?? ''
  // Spreadsheets set to French save with semicolons.
  const semicolons = header.split(';').length > header.split(',').length
  const [names = [], ...lines] = semicolons ? dsvFormat(';').parseRows(text) : csvParseRows(text)
  // Columns are named without capitals; « modalite_acces » stands in the schema's own example.
  const columns = names.map((name) =>
    name
      .trim()
      .toLowerCase()
      .replace(/^modalite_acces$/, 'modalites_acces'),
  )
  const missing = neededColumns.filter((column) => !columns.includes(column))
  if (missing.length > 0) {
    return {
      rows: [],
      problems: missing.map((field) => ({ line: 1, field, cure: 'is not among the columns' })),
    }
  }
  const rows: Row[] = []
  const problems: DirectoryProblem[] = []
  let line = 1 + linesIn(names)
  for (const cells of lines) {
    if (cells.length === columns.length) {
      rows.push({ line, cells: new Map(columns.map((column, index) => [column, cells[index]])) })
    } else if (cells.some((cell) => cell.trim() !== '')) {
      const cure = `has ${cells.length} cells, the header ${columns.length}: look for a quotation mark`
      problems.push({ line, field: '', cure })
    }
    line += linesIn(cells)
  }
  return { rows, problems }
}

/** Lines a row takes in its file: a quoted cell may hold line breaks. */
function linesIn(cells: readonly string[]): number {
  return cells.reduce((lines, cell) => lines + cell.split('\n').length - 1, 1)
}
