import { useTranslation } from 'react-i18next'
import type { Commune } from '../../../app/orientation/commune.ts'
import { readOpeningHours } from '../../../app/orientation/opening-hours.ts'
import type { Place } from '../../../app/orientation/place.ts'
import { Button } from '../../kit/button.tsx'
import { useLanguage } from '../../kit/language-provider.tsx'
import { formatDate, formatHour } from './format.ts'

type Props = {
  place: Place
  distanceKilometres: number | null
  near: Commune | null
  chosen?: boolean
  /** Without it, as on paper, the place cannot be chosen. */
  onToggle?: () => void
}

/** A place, as one needs it to go there. */
export function PlaceCard({ place, distanceKilometres, near, chosen = false, onToggle }: Props) {
  const { t } = useTranslation('orientation')
  const language = useLanguage()
  return (
    <article className="card">
      <h2>
        <bdi lang="fr">{place.name}</bdi>
      </h2>
      {place.summary !== null && (
        <p>
          <bdi lang="fr">{place.summary}</bdi>
        </p>
      )}
      <div className="aid-facts">
        <p>
          <bdi lang="fr">
            {[place.address, place.addressDetail, `${place.postalCode} ${place.commune}`]
              .filter((line) => line !== null)
              .join(', ')}
          </bdi>
          {near !== null && ` – ${distanceIn(distanceKilometres)}`}
        </p>
        {place.phone !== null && (
          <p>
            <bdi>{place.phone}</bdi>
          </p>
        )}
        {place.emails[0] !== undefined && <p>{place.emails[0]}</p>}
        {place.booking !== null && <p>{place.booking}</p>}
      </div>
      <ul className="aid-tags">
        {place.fees.map((fee) => (
          <li key={fee}>{t(`fees.${fee}`)}</li>
        ))}
        {place.accompaniments.map((one) => (
          <li key={one}>{t(`accompaniments.${one}`)}</li>
        ))}
        {place.accesses.map((access) => (
          <li key={access}>{t(`accesses.${access}`)}</li>
        ))}
      </ul>
      {place.audiences.length > 0 && (
        <p>{t('audience', { audiences: enumerated(place.audiences.map((one) => t(`audiences.${one}`))) })}</p>
      )}
      {place.openingHours !== null && <Hours text={place.openingHours} />}
      {place.updated !== null && (
        <p className="aid-hint">{t('updated', { day: formatDate(place.updated, language) })}</p>
      )}
      {onToggle && (
        <div className="aid-actions">
          <Button
            look={chosen ? 'primary' : 'secondary'}
            {...(chosen && { icon: 'check' as const })}
            aria-pressed={chosen}
            aria-label={`${t('slip.add')}, ${place.name}`}
            onPress={onToggle}
          >
            {t('slip.add')}
          </Button>
        </div>
      )}
    </article>
  )

  function enumerated(names: readonly string[]): string {
    return new Intl.ListFormat(language, { type: 'conjunction' }).format(names)
  }

  function distanceIn(kilometres: number | null): string {
    if (kilometres === null) return t('unknownDistance')
    const rounded = Math.round(kilometres)
    return rounded === 0 ? t('sameCommune') : t('distance', { kilometres: rounded })
  }
}

type Day = '0' | '1' | '2' | '3' | '4' | '5' | '6'

function Hours({ text }: { text: string }) {
  const { t } = useTranslation('orientation')
  const language = useLanguage()
  const lines = readOpeningHours(text)
  if (lines === null) return <p>{t('openingHoursRaw', { text })}</p>
  const day = (number: number) => t(`days.${String(number) as Day}`)
  return (
    <div>
      <h3>{t('openingHours')}</h3>
      <ul className="aid-facts">
        {lines.map(({ firstDay, lastDay, spans }) => (
          <li key={firstDay}>
            <strong>
              {firstDay === lastDay
                ? day(firstDay)
                : t('dayRange', { first: day(firstDay), last: day(lastDay) })}
            </strong>
            {' – '}
            {spans.length === 0
              ? t('closed')
              : spans
                  .map(({ from, to }) => `${formatHour(from, language)}–${formatHour(to, language)}`)
                  .join(', ')}
          </li>
        ))}
      </ul>
    </div>
  )
}
