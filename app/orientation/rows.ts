import { csvParseRows, dsvFormat } from 'd3-dsv'
import type { DirectoryProblem } from './directory.ts'

/** One entry of a directory's file, its cells by column. */
export type Row = { line: number; cells: ReadonlyMap<string, unknown> }

export type Rows = { rows: Row[]; problems: DirectoryProblem[] }

/** Columns without which a place cannot be shown. */
const neededColumns = ['id', 'nom', 'commune', 'code_postal', 'adresse']

/** The entries of a JSON list. */
export function rowsOfJson(text: string): Rows {
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
export function rowsOfCsv(text: string): Rows {
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
    const row = { line, cells: new Map(columns.map((column, index) => [column, cells[index]])) }
    line += linesIn(cells)
    if (cells.every((cell) => cell.trim() === '')) continue
    if (cells.length === columns.length) rows.push(row)
    else
      problems.push(
        problem(
          row,
          '',
          `has ${cells.length} cells, the header ${columns.length}: look for a quotation mark`,
        ),
      )
  }
  return { rows, problems }
}

/** Lines a row takes in its file: a quoted cell may hold line breaks. */
function linesIn(cells: readonly string[]): number {
  return cells.reduce((lines, cell) => lines + cell.split('\n').length - 1, 1)
}
