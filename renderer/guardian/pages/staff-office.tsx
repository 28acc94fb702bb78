import './facts.css'
import { useTranslation } from 'react-i18next'
import type { GuardianPage, StaffAction, StaffView } from '../../../app/contracts/guardian-page.ts'
import { PlaceList } from './place-list.tsx'
import { StaffActions } from './staff-actions.tsx'

type Props = {
  page: GuardianPage
  office: Extract<StaffView, { is: 'open' }>
  onAct: (action: StaffAction) => void
}

/** The state of the post, what is left or wrong on it, and what staff can do. */
export function StaffOffice({ page, office, onAct }: Props) {
  const { t } = useTranslation('guardian')
  return (
    <>
      <p className="page-lead" role="status">
        {page.at === 'outOfService' ? t(`staff.because.${page.because}`) : t(`staff.at.${page.at}`)}
      </p>
      {office.places.length > 0 && (
        <section className="staff-section">
          <h2>{t('staff.left')}</h2>
          <PlaceList places={office.places} />
        </section>
      )}
      {office.problems.length > 0 && (
        <section className="staff-section">
          <h2>{t('staff.problems')}</h2>
          <p>{t('staff.problemsText')}</p>
          {/* Written for whoever administers the post, in English: file, key, cure. */}
          <ul className="staff-problems" lang="en">
            {office.problems.map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        </section>
      )}
      {office.actions.length > 0 && (
        <section className="staff-section">
          <h2>{t('staff.actions')}</h2>
          <StaffActions page={page} actions={office.actions} onAct={onAct} />
        </section>
      )}
    </>
  )
}
