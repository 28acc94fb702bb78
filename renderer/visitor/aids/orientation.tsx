import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { communesOf } from '../../../app/orientation/commune.ts'
import { areInvented } from '../../../app/orientation/invented.ts'
import type { Place } from '../../../app/orientation/place.ts'
import { findPlaces, type Wish } from '../../../app/orientation/search.ts'
import { Button } from '../../kit/button.tsx'
import { PageHeading } from '../../kit/page-heading.tsx'
import type { VisitorClient } from '../client.ts'
import { OrientationForm } from './orientation-form.tsx'
import { Paper } from './paper.tsx'
import { PlaceCard } from './place-card.tsx'
import { useAnswer } from './use-answer.ts'

const anything: Wish = { need: null, supports: [], freeOnly: false, near: null }
/** More than a person reads: they are asked to say more instead. */
const mostShown = 20

/** Where help is found (M11): the network's directory, searched here, and a slip to take along. */
export function Orientation({ printing, client }: { printing: boolean; client: VisitorClient }) {
  const { t } = useTranslation('orientation')
  const places = useAnswer(client.aid.places)
  const [wish, setWish] = useState(anything)
  const [chosen, setChosen] = useState<readonly Place[]>([])
  const found = places === null ? [] : findPlaces(places, wish)
  const toggle = (place: Place) =>
    setChosen(chosen.includes(place) ? chosen.filter((one) => one !== place) : [...chosen, place])
  const print = () => {
    void client.aid.note({ family: 'orientation', value: 'slip' })
    void client.aid.print(t('slip.title'))
  }
  return (
    <main className="content aid">
      <PageHeading>{t('title')}</PageHeading>
      <p className="aid-lead">{t('intro')}</p>
      {places !== null && areInvented(places) && <p className="aid-said">{t('sample')}</p>}
      <OrientationForm wish={wish} communes={communesOf(places ?? [])} onWish={setWish} />
      {places !== null && (
        <p role="status" className="aid-strong">
          {found.length === 0 ? t('none') : t('found', { count: found.length })}
        </p>
      )}
      {chosen.length > 0 && printing && (
        <div className="aid-actions">
          <Button look="primary" icon="printer" onPress={print}>
            {t('slip.print')}
          </Button>
        </div>
      )}
      <ul className="aid-list">
        {found.slice(0, mostShown).map(({ place, distanceKilometres }) => (
          <li key={place.id}>
            <PlaceCard
              place={place}
              distanceKilometres={distanceKilometres}
              near={wish.near}
              chosen={chosen.includes(place)}
              onToggle={() => toggle(place)}
            />
          </li>
        ))}
      </ul>
      <Slip places={chosen} />
    </main>
  )
}

function Slip({ places }: { places: readonly Place[] }) {
  const { t } = useTranslation('orientation')
  return (
    <Paper>
      <h1>{t('slip.title')}</h1>
      {places.map((place) => (
        <PlaceCard key={place.id} place={place} distanceKilometres={null} near={null} />
      ))}
      <footer>
        <p>{t('slip.bring')}</p>
        <p>{t('slip.written')}</p>
      </footer>
    </Paper>
  )
}
