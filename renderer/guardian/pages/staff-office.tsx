import './facts.css'
import { useTranslation } from 'react-i18next'
import type { GuardianPage, StaffAction, StaffView } from '../../../app/contracts/guardian-page.ts'
import { PlaceList } from './place-list.tsx'
import { StaffActions } from './staff-actions.tsx'
import { StaffLock } from './staff-lock.tsx'

type Props = {
  page: GuardianPage
  office: Extract<StaffView, { is: 'open' }>
  onAct: (action: StaffAction) => void
  onCheckByHand: (pin: string) => void
}

/** The state of the post, what is left or wrong on it, and what staff can do. */
export function StaffOffice({ page, office, onAct, onCheckByHand }: Props) {
  const { t } = useTranslation('guardian')
  const policyIsWrong = page.at === 'outOfService' && page.because === 'policy'
  return (
    <>
      <p className="page-lead" role="status">
        {page.at === 'outOfService' ? t(`staff.because.${page.because}`) : t(`staff.at.${page.at}`)}
      </p>
      {office.byHand?.refused && <p role="alert">{t(`staff.byHand.${office.byHand.refused}`)}</p>}
      {office.places.length > 0 && (
        <section className="staff-section">
          <h2>{t('staff.left')}</h2>
          <PlaceList places={office.places} />
        </section>
      )}
      <Problems
        problems={office.problems}
        title={t(policyIsWrong ? 'staff.problems' : 'staff.recordsProblems')}
        text={t(policyIsWrong ? 'staff.problemsText' : 'staff.recordsText')}
      />
      <Problems
        problems={office.policyTroubles}
        title={t('staff.problems')}
        text={t('staff.policyChanged')}
      />
      {office.network !== null && (
        <section className="staff-section">
          <h2>{t('staff.network.title')}</h2>
          <p>{t(`staff.network.${office.network}`)}</p>
        </section>
      )}
      {office.actions.length > 0 && (
        <section className="staff-section">
          <h2>{t('staff.actions')}</h2>
          <StaffActions page={page} actions={office.actions} onAct={onAct} />
        </section>
      )}
      {office.byHand !== null && (
        <section className="staff-section">
          <h2>{t('staff.byHand.title')}</h2>
          <p>{t('staff.byHand.text')}</p>
          <StaffLock
            lock={office.byHand}
            label={t('staff.byHand.pin')}
            confirm={t('staff.byHand.confirm')}
            takesFocus={false}
            onPin={onCheckByHand}
          />
        </section>
      )}
    </>
  )
}

/** Written for whoever administers the post, in English: file, key, cure. */
function Problems({ problems, title, text }: { problems: readonly string[]; title: string; text: string }) {
  if (problems.length === 0) return null
  return (
    <section className="staff-section">
      <h2>{title}</h2>
      <p>{text}</p>
      <ul className="staff-problems" lang="en" dir="ltr">
        {problems.map((problem) => (
          <li key={problem}>{problem}</li>
        ))}
      </ul>
    </section>
  )
}
