import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Workshop } from '../../../app/agenda/workshop.ts'
import { Button } from '../../kit/button.tsx'
import { ChoiceRow } from '../../kit/choice-row.tsx'
import { useLanguage } from '../../kit/language-provider.tsx'
import { PageHeading } from '../../kit/page-heading.tsx'
import type { VisitorClient } from '../client.ts'
import { daysAfter, formatDate, formatDay, formatHour, today } from './format.ts'
import { Paper } from './paper.tsx'
import { useAnswer } from './use-answer.ts'

type Order = 'byDate' | 'byPlace'
const orders = ['byDate', 'byPlace'] as const

/** The workshops of the network (M22), by date or by place. */
export function Agenda({ printing, client }: { printing: boolean; client: VisitorClient }) {
  const { t } = useTranslation('agenda')
  const language = useLanguage()
  const agenda = useAnswer(client.aid.agenda)
  const [order, setOrder] = useState<Order>('byDate')
  const groups = <Groups workshops={agenda?.workshops ?? []} order={order} />
  return (
    <main className="content aid">
      <PageHeading>{t('title')}</PageHeading>
      <p className="aid-lead">{t('intro')}</p>
      {agenda !== null && agenda.workshops.length === 0 && <p role="status">{t('empty')}</p>}
      {agenda !== null && agenda.workshops.length > 0 && (
        <>
          <ChoiceRow
            label={t('order')}
            value={order}
            options={orders.map((value) => ({ value, name: t(value) }))}
            onChoose={setOrder}
          />
          {groups}
          {printing && (
            <div className="aid-actions">
              <Button icon="printer" onPress={() => client.aid.print(t('title'))}>
                {t('print')}
              </Button>
            </div>
          )}
          <Paper>
            <h1>{t('title')}</h1>
            {groups}
          </Paper>
        </>
      )}
      {agenda?.asOf && <p className="aid-hint">{t('asOf', { day: formatDate(agenda.asOf, language) })}</p>}
    </main>
  )
}

function Groups({ workshops, order }: { workshops: readonly Workshop[]; order: Order }) {
  const { t } = useTranslation('agenda')
  const language = useLanguage()
  const nameOf = (day: string) => {
    if (day <= today()) return t('today')
    return day === daysAfter(today(), 1) ? t('tomorrow') : formatDay(day, language)
  }
  const keyOf = ({ day, place }: Workshop) => (order === 'byDate' ? nameOf(day) : (place ?? t('noPlace')))
  const groups = new Map<string, Workshop[]>()
  for (const workshop of workshops) {
    const key = keyOf(workshop)
    groups.set(key, [...(groups.get(key) ?? []), workshop])
  }
  return [...groups].map(([key, own]) => (
    <section key={key} className="aid-part">
      <h2>
        <bdi>{key}</bdi>
      </h2>
      <ul className="aid-list">
        {own.map((workshop) => (
          <li key={workshop.id} className="aid-said">
            <h3>
              <bdi lang="fr">{workshop.title}</bdi>
            </h3>
            <p>
              {order === 'byPlace' && `${nameOf(workshop.day)} – `}
              <Hours workshop={workshop} />
            </p>
            {order === 'byDate' && (
              <p>
                <bdi>{workshop.place ?? t('noPlace')}</bdi>
              </p>
            )}
            {workshop.description && (
              <p className="aid-hint" dir="auto" lang="fr">
                {workshop.description}
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  ))
}

function Hours({ workshop: { day, lastDay, from, until } }: { workshop: Workshop }) {
  const { t } = useTranslation('agenda')
  const language = useLanguage()
  if (lastDay !== day) return t('severalDays', { day: formatDay(lastDay, language) })
  if (from === null || until === null) return t('allDay')
  return t('hours', { from: formatHour(from, language), until: formatHour(until, language) })
}
