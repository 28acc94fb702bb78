import type { Figures } from '../contracts/coordinator-figures.ts'

/** What each column of the export holds, in the order of the file. */
export const exportColumns = ['table', 'value', 'siteId', 'site', 'from', 'to', 'count', 'hidden'] as const
export type ExportColumn = (typeof exportColumns)[number]

/** One line of the export: a cell as it is shown, `null` and `hidden` where it is not. `value` is `total` for a row's sum. */
export type ExportRow = Record<Exclude<ExportColumn, 'count' | 'hidden'>, string> & {
  count: number | null
  hidden: boolean
}

/** Every cell shown, and nothing that is not shown. */
export function exportRows({ sites, tables }: Figures): ExportRow[] {
  const names = new Map(sites.map(({ id, name }) => [id, name]))
  return tables.flatMap(({ id, columns, rows }) =>
    rows.flatMap(({ from, to, siteId, cells, total }) =>
      [...columns, 'total'].map((value, at) => {
        const count = at < columns.length ? (cells[at] ?? null) : total
        const site = names.get(siteId) ?? siteId
        return { table: id, value, siteId, site, from, to, count, hidden: count === null }
      }),
    ),
  )
}

/** As a spreadsheet opens it in France: UTF-8 with its mark, semicolons. A name that looks like a formula stays text. */
export function csvOf(rows: readonly Readonly<Record<string, string | number | boolean | null>>[]): string {
  const columns = Object.keys(rows[0] ?? {})
  const lines = [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))]
  return `\uFEFF${lines.map((line) => line.map(field).join(';')).join('\r\n')}\r\n`
}

function field(value: string | number | boolean): string {
  const text = typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value)
  return /[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
