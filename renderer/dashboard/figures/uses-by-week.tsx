import { useTranslation } from 'react-i18next'
import type { Figures } from '../../../app/contracts/coordinator-figures.ts'
import { sumOf } from '../../../app/tally/indicators.ts'
import { Card } from '../../kit/card.tsx'
import { Bars } from './bars.tsx'
import { useNames } from './use-names.ts'

/** Uses by week, then by site: the totals of the table of kinds of help, in which every use is once. */
export function UsesByWeek({ figures }: { figures: Figures }) {
  const { t } = useTranslation('dashboard')
  const names = useNames()
  const { columns, rows } = figures.tables.find(({ id }) => id === 'help') ?? { columns: [], rows: [] }
  if (rows.length === 0) return null
  const sum = (some: typeof rows) => sumOf({ columns, rows: some }, columns, figures.threshold)
  const weeks = [...new Set(rows.map(({ to }) => to))].sort()
  const groups = [
    {
      title: t('figures.usesByWeek'),
      label: t('figures.weeks'),
      bars: weeks.map((week) => ({ name: names.week(week), ...sum(rows.filter(({ to }) => to === week)) })),
    },
    {
      title: t('figures.usesBySite'),
      label: t('form.site'),
      bars: figures.sites
        .map(({ id, name }) => ({ name, ...sum(rows.filter(({ siteId }) => siteId === id)) }))
        .filter(({ most }) => most > 0),
    },
  ]
  return groups.map(({ title, label, bars }) => (
    <Card key={title} title={title}>
      <div className="figure">
        <Bars bars={bars} />
        <div className="table-box">
          <table>
            <caption>{title}</caption>
            <thead>
              <tr>
                <th scope="col">{label}</th>
                <th scope="col" className="number">
                  {t('figures.count')}
                </th>
              </tr>
            </thead>
            <tbody>
              {bars.map(({ name, ...between }) => (
                <tr key={name}>
                  <th scope="row">{name}</th>
                  <td className="number">{names.between(between)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </div>
    </Card>
  ))
}
