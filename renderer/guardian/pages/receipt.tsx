import './receipt.css'
import { useTranslation } from 'react-i18next'
import { places } from '../../../app/wipe/verdict.ts'
import { Button } from '../../kit/button.tsx'
import { Card } from '../../kit/card.tsx'
import { Icon } from '../../kit/icons.tsx'
import { PageHeading } from '../../kit/page-heading.tsx'
import { useSecondsLeft } from '../../kit/use-seconds-left.ts'
import type { PageProps } from '../page-props.ts'
import { LogOutList } from './log-out-list.tsx'

/** What became of the visit, in plain words. It says only what was read back. */
export function Receipt({ view, page, person }: PageProps<'receipt'>) {
  const { t } = useTranslation('guardian')
  const left = useSecondsLeft(page.secondsLeft, view)
  const { cause, documentsWiped, logOuts, verdict } = page.receipt
  const empty = places.filter((place) =>
    verdict.places.every((outcome) => outcome.place !== place || outcome.is === 'absent'),
  )
  return (
    <div className="page page-wide">
      <PageHeading>{t('receipt.title')}</PageHeading>
      {cause !== 'person' && <p className="page-lead">{t(`cause.${cause}`)}</p>}
      <div className="columns">
        <Card title={t('receipt.wiped')}>
          <ul className="receipt-list">
            {empty.map((place) => (
              <li key={place}>
                <Icon name="check" />
                {t(`receipt.place.${place}`)}
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
      <div className="actions receipt-close">
        <Button look="primary" size="large" onPress={() => person.closeReceipt(undefined)}>
          {t('receipt.close')}
        </Button>
        <p role="timer">{t('receipt.closes', { count: left })}</p>
      </div>
    </div>
  )
}
