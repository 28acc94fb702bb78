import type { CountRow, Figures } from '../contracts/coordinator-figures.ts'

type Cells = Map<string, number>

/**
 * The tables of what was counted: one per family, a row per week and site, a column per value. A row in which a cell is
 * small shows neither that cell nor its total.
 * @param threshold cells from 1 to one less than it are hidden
 */
export function figuresOf(
  rows: readonly CountRow[],
  sites: readonly { id: string; name: string }[],
  threshold: number,
): Figures {
  const tables = new Map<string, Map<string, Cells>>()
  for (const { week, siteId, key, count } of rows) {
    for (const [id, value] of valuesOf(key)) {
      const table = tables.get(id) ?? new Map<string, Cells>()
      const cells = table.get(`${week} ${siteId}`) ?? new Map()
      cells.set(value, (cells.get(value) ?? 0) + count)
      tables.set(id, table.set(`${week} ${siteId}`, cells))
    }
  }
  return {
    threshold,
    weeks: [...new Set(rows.map(({ week }) => week))].sort(),
    sites: sites.map(({ id, name }) => ({ id, name })),
    tables: [...tables].map(([id, table]) => tableOf(id, table, threshold)),
  }
}

function tableOf(id: string, table: Map<string, Cells>, threshold: number): Figures['tables'][number] {
  const columns = [...new Set([...table.values()].flatMap((cells) => [...cells.keys()]))].sort()
  return {
    id,
    columns,
    rows: [...table].sort().map(([at, cells]) => {
      const [week = '', siteId = ''] = at.split(' ')
      const counts = columns.map((column) => cells.get(column) ?? 0)
      const shown = counts.map((count) => (count > 0 && count < threshold ? null : count))
      const total = shown.includes(null) ? null : counts.reduce((sum, count) => sum + count, 0)
      return { week, siteId, cells: shown, total }
    }),
  }
}

/** `am/session/help=alone/end=person`: one value of `help`, one of `end`. */
function valuesOf(key: string): [string, string][] {
  const [, family = '', ...values] = key.split('/')
  if (values.length === 0) return [[family, family]]
  return values.map((value) => {
    const [name, said] = value.split('=')
    return said === undefined ? [family, value] : [name ?? family, said]
  })
}
