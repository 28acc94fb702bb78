import { useTranslation } from 'react-i18next'
import { type LogOutReport, logOutOutcomes } from '../../../app/services/log-out.ts'
import { Icon, type IconName } from '../../kit/icons.tsx'

const icons: Record<LogOutReport['outcome'], IconName> = {
  confirmed: 'check',
  attempted: 'clock',
  unavailable: 'warning',
}

/** Each téléservice visited and what became of its session; what is not sure is explained once. */
export function LogOutList({ logOuts, desk }: { logOuts: LogOutReport[]; desk: string }) {
  const { t } = useTranslation('guardian')
  if (logOuts.length === 0) return <p>{t('receipt.noSites')}</p>
  const unsure = logOutOutcomes
    .filter((outcome) => outcome !== 'confirmed')
    .filter((outcome) => logOuts.some((report) => report.outcome === outcome))
  return (
    <>
      <ul className="receipt-list">
        {logOuts.map((report) => (
          <li className={`receipt-${report.outcome}`} key={report.service}>
            <Icon name={icons[report.outcome]} />
            <span>
              <strong>
                <bdi>{report.name}</bdi>
              </strong>
              {` – ${t(`receipt.outcome.${report.outcome}`)}`}
            </span>
          </li>
        ))}
      </ul>
      {unsure.map((outcome) => (
        <p className="receipt-note" key={outcome}>
          {t(`receipt.${outcome}`)}
        </p>
      ))}
      {unsure.length > 0 && <p className="receipt-note">{t('receipt.worry', { desk })}</p>}
    </>
  )
}
