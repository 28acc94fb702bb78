import './receipt.css'
import { useTranslation } from 'react-i18next'
import type { Place } from '../../../app/wipe/verdict.ts'
import { Button } from '../../kit/button.tsx'
import { Card } from '../../kit/card.tsx'
import { Icon } from '../../kit/icons.tsx'
import { PageHeading } from '../../kit/page-heading.tsx'
import { useSecondsLeft } from '../../kit/use-seconds-left.ts'
import type { PageProps } from '../page-props.ts'
import { Feedback } from './feedback.tsx'
import { LogOutList } from './log-out-list.tsx'

/** A line in the person's words, and the places that must all have been read back empty for it to be said. */
const placesOf = {
  browsing: ['processes', 'sessionRoot'],
  clipboard: ['clipboard'],
  scans: ['scanFolders'],
  printing: ['printQueue'],
  traces: ['desktopTraces', 'temporaryFiles', 'removableMedia'],
} as const satisfies Record<string, readonly Place[]>
const lines = Object.keys(placesOf) as (keyof typeof placesOf)[]

/** What became of the visit, in plain words. It says only what was read back. */
export function Receipt({ view, page, person }: PageProps<'receipt'>) {
  const { t } = useTranslation('guardian')
  const left = useSecondsLeft(page.secondsLeft, view)
  const { cause, documentsWiped, logOuts, verdict } = page.receipt
  const read = (place: Place) => verdict.places.filter((outcome) => outcome.place === place)
  const isAbsent = (place: Place) => read(place).every((outcome) => outcome.is === 'absent')
  const gone = lines.filter((line) => placesOf[line].every(isAbsent))
  return (
    <div className="page page-wide receipt">
      <PageHeading>{t('receipt.title')}</PageHeading>
      {cause !== 'person' && <p className="page-lead">{t(`cause.${cause}`)}</p>}
      <div className="columns">
        <Card title={t('receipt.wiped')}>
          <ul className="receipt-list">
            {gone.map((line) => (
              <li key={line}>
                <Icon name="check" />
                {t(`receipt.gone.${line}`)}
              </li>
            ))}
            <li>
              <Icon name="check" />
              {documentsWiped === 0
                ? t('receipt.noDocuments')
                : t('receipt.documents', { count: documentsWiped })}
            </li>
          </ul>
        </Card>
        <Card title={t('receipt.sites')}>
          <LogOutList logOuts={logOuts} desk={view.desk} />
        </Card>
      </div>
      <section className="receipt-take">
        <Icon name="documents" />
        <div>
          <h2>{t('receipt.take')}</h2>
          <p>{t('receipt.takeText')}</p>
        </div>
      </section>
      <Feedback given={page.feedback} onGive={person.giveFeedback} />
      <div className="actions receipt-close">
        <Button look="primary" size="large" onPress={() => person.closeReceipt(undefined)}>
          {t('receipt.close')}
        </Button>
        <p role="timer">{t('receipt.closes', { count: left })}</p>
      </div>
    </div>
  )
}
