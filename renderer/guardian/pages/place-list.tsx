import { useTranslation } from 'react-i18next'
import type { PlaceOutcome } from '../../../app/wipe/verdict.ts'
import { Card } from '../../kit/card.tsx'

/** What reading each place back has shown. What, where and why come from the post itself, in English. */
export function PlaceList({ places }: { places: PlaceOutcome[] }) {
  const { t } = useTranslation('guardian')
  return (
    <ul className="columns">
      {places.map((outcome) => (
        <li key={JSON.stringify(outcome)}>
          <Card
            title={t(`staff.place.${outcome.place}`)}
            level={3}
            icon={outcome.is === 'absent' ? 'check' : 'warning'}
          >
            <p>{t(`staff.is.${outcome.is}`)}</p>
            {outcome.is !== 'absent' && (
              <dl className="facts">
                {outcome.is === 'present' && (
                  <>
                    <dt>{t('staff.what')}</dt>
                    <dd lang="en" dir="ltr">
                      {outcome.what}
                    </dd>
                  </>
                )}
                <dt>{t('staff.where')}</dt>
                <dd lang="en" dir="ltr">
                  {outcome.where}
                </dd>
                <dt>{t('staff.why')}</dt>
                <dd lang="en" dir="ltr">
                  {outcome.why}
                </dd>
              </dl>
            )}
          </Card>
        </li>
      ))}
    </ul>
  )
}
