import './staff.css'
import { useTranslation } from 'react-i18next'
import type { GuardianView } from '../../../app/contracts/guardian-page.ts'
import { Button } from '../../kit/button.tsx'
import { PageHeading } from '../../kit/page-heading.tsx'
import type { GuardianClient } from '../page-props.ts'
import { StaffLock } from './staff-lock.tsx'
import { StaffOffice } from './staff-office.tsx'

/** The staff page: behind a PIN, what is left on the post and what can be done about it. */
export function Staff({ view, staff }: { view: GuardianView; staff: GuardianClient['staff'] }) {
  const { t } = useTranslation('guardian')
  return (
    <div className="page page-wide page-top">
      <div className="staff-top">
        <PageHeading key={view.staff.is} takesFocus={view.staff.is !== 'locked'}>
          {t('staff.title')}
        </PageHeading>
        <Button look="quiet" icon="close" onPress={() => staff.close(undefined)}>
          {t('staff.leave')}
        </Button>
      </div>
      {view.staff.is === 'unavailable' && <p className="page-lead">{t('staff.unavailable')}</p>}
      {view.staff.is === 'locked' && (
        <StaffLock
          lock={view.staff}
          label={t('staff.pin')}
          confirm={t('staff.unlock')}
          takesFocus
          onPin={(pin) => staff.unlock(pin)}
        />
      )}
      {view.staff.is === 'open' && (
        <StaffOffice
          page={view.page}
          office={view.staff}
          onAct={(action) => staff.act(action)}
          onCheckByHand={(pin) => staff.checkByHand(pin)}
        />
      )}
    </div>
  )
}
