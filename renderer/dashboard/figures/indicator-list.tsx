import { useTranslation } from 'react-i18next'
import type { Figures } from '../../../app/contracts/coordinator-figures.ts'
import { indicators, indicatorsOf } from '../../../app/tally/indicators.ts'
import { useNames } from './use-names.ts'

/** The funders' indicators, by their names. */
export function IndicatorList({ figures }: { figures: Figures }) {
  const { t } = useTranslation('dashboard')
  const names = useNames()
  const values = indicatorsOf(figures)
  return (
    <section className="section">
      <h2>{t('indicators.title')}</h2>
      <dl className="indicators">
        {indicators.map((name) => (
          <div key={name}>
            <dt>{t(`indicators.${name}`)}</dt>
            <dd>{names.between(values[name])}</dd>
          </div>
        ))}
      </dl>
      <p className="quiet">{t('indicators.note')}</p>
    </section>
  )
}
