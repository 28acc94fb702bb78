import './figures.css'
import { useTranslation } from 'react-i18next'
import { coordinatorApi } from '../../../app/contracts/coordinator-api.ts'
import { weekSchema } from '../../../app/contracts/coordinator-figures.ts'
import { lastEndedWeek } from '../../../app/tally/week.ts'
import { Button } from '../../kit/button.tsx'
import { PageHeading } from '../../kit/page-heading.tsx'
import { TextField } from '../field.tsx'
import { Exports } from '../figures/exports.tsx'
import { Figure } from '../figures/figure.tsx'
import { IndicatorList } from '../figures/indicator-list.tsx'
import { useNames } from '../figures/use-names.ts'
import { UsesByWeek } from '../figures/uses-by-week.tsx'
import { filter, usePlace } from '../place.ts'
import { RefusedNote } from '../refused-note.tsx'
import { SiteChoice } from '../site-choice.tsx'
import { useAsked } from '../use-asked.ts'

/** Weeks shown when the address asks for none. */
const weeksUsually = 13
const weekMilliseconds = 7 * 86_400_000

/** What was counted, for whoever reports it. */
export function Figures() {
  const { t } = useTranslation('dashboard')
  const names = useNames()
  const { filters } = usePlace()
  const from = weekSchema.safeParse(filters.get('from')).data ?? endedWeeksAgo(weeksUsually - 1)
  const to = weekSchema.safeParse(filters.get('to')).data ?? endedWeeksAgo(0)
  const siteId = filters.get('site') ?? ''
  const sites = useAsked(coordinatorApi.sites.list, {}).value ?? []
  const figures = useAsked(coordinatorApi.figures.get, {
    query: { from, to, ...(siteId === '' ? {} : { siteId }) },
  })
  const { value } = figures
  return (
    <>
      <PageHeading>{t('pages.figures')}</PageHeading>
      <div className="form-line screen-only">
        <TextField
          type="week"
          label={t('figures.from')}
          value={from}
          onChange={(week) => filter({ from: week })}
        />
        <TextField type="week" label={t('figures.to')} value={to} onChange={(week) => filter({ to: week })} />
        <SiteChoice sites={sites} value={siteId} onChange={(site) => filter({ site })} mayBeAll />
        <Button onPress={() => print()}>{t('figures.print')}</Button>
      </div>
      <p className="quiet">
        {t('figures.range', {
          from: names.week(from),
          to: names.week(to),
          site: sites.find(({ id }) => id === siteId)?.name ?? t('form.allSites'),
        })}
      </p>
      <RefusedNote refused={figures.refused} />
      {value !== undefined && (
        <>
          <IndicatorList figures={value} />
          <section className="note section">
            <h2>{t('figures.hidden.title')}</h2>
            <p>{t('figures.hidden.small', { count: value.threshold })}</p>
            <p>{t('figures.hidden.others')}</p>
            <p>{t('figures.hidden.weeks', { count: value.threshold })}</p>
          </section>
          {value.tables.every(({ rows }) => rows.length === 0) && <p>{t('figures.nothing')}</p>}
          <UsesByWeek figures={value} />
          {value.tables
            .filter(({ rows }) => rows.length > 0)
            .map((table) => (
              <Figure key={table.id} table={table} figures={value} />
            ))}
          <Exports figures={value} />
        </>
      )}
    </>
  )
}

function endedWeeksAgo(weeks: number): string {
  return lastEndedWeek(new Date(Date.now() - weeks * weekMilliseconds))
}
