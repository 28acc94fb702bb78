import { useTranslation } from 'react-i18next'
import type { Figures, FiguresTable } from '../../../app/contracts/coordinator-figures.ts'
import { sumOf } from '../../../app/tally/indicators.ts'
import { Card } from '../../kit/card.tsx'
import { Bars } from './bars.tsx'
import { useNames } from './use-names.ts'

/** One table: its sums drawn and written, then every row of it. */
export function Figure({ table, figures }: { table: FiguresTable; figures: Figures }) {
  const { t } = useTranslation('dashboard')
  const names = useNames()
  const { id, columns, rows } = table
  const sums = columns.map((column) => ({
    name: names.column(id, column),
    ...sumOf(table, [column], figures.threshold),
  }))
  const site = new Map(figures.sites.map((one) => [one.id, one.name]))
  return (
    <Card title={names.table(id)}>
      <div className="figure">
        <Bars bars={sums} />
        <div className="table-box">
          <table>
            <caption>{t('figures.sums', { table: names.table(id) })}</caption>
            <thead>
              <tr>
                <th scope="col">{t('figures.value')}</th>
                <th scope="col" className="number">
                  {t('figures.count')}
                </th>
              </tr>
            </thead>
            <tbody>
              {sums.map(({ name, ...sum }) => (
                <tr key={name}>
                  <th scope="row">{name}</th>
                  <td className="number">{names.between(sum)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        <details className="figure-rows">
          <summary>{t('figures.rows')}</summary>
          <section
            className="table-box"
            aria-label={t('figures.rowsOf', { table: names.table(id) })}
            // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
            tabIndex={0}
          >
            <table>
              <caption>{t('figures.rowsOf', { table: names.table(id) })}</caption>
              <thead>
                <tr>
                  <th scope="col">{t('form.site')}</th>
                  <th scope="col">{t('figures.weeks')}</th>
                  {columns.map((column) => (
                    <th key={column} scope="col" className="number">
                      {names.column(id, column)}
                    </th>
                  ))}
                  <th scope="col" className="number">
                    {t('figures.total')}
                  </th>
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <tr key={row.siteId + row.from}>
                    <th scope="row">{site.get(row.siteId)}</th>
                    <td>{names.stretch(row)}</td>
                    {columns.map((column, at) => (
                      <td key={column} className="number">
                        {names.cell(row.cells[at] ?? null)}
                      </td>
                    ))}
                    <td className="number">{names.cell(row.total)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        </details>
      </div>
    </Card>
  )
}
