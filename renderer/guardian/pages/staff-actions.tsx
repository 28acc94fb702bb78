import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { GuardianPage } from '../../../app/contracts/guardian-page.ts'
import { Button } from '../../kit/button.tsx'
import { ConfirmDialog } from '../../kit/confirm-dialog.tsx'
import type { GuardianClient } from '../page-props.ts'

type Props = { page: GuardianPage; canExtend: boolean; staff: GuardianClient['staff'] }

/** What can be done at this moment. What takes the post away from someone is asked twice. */
export function StaffActions({ page, canExtend, staff }: Props) {
  const { t } = useTranslation('guardian')
  const [asked, ask] = useState<'endSession' | 'rest' | 'quit' | null>(null)
  const inSession = page.at === 'opening' || page.at === 'active'
  const inService = page.at !== 'recovering' && page.at !== 'outOfService' && page.at !== 'stopped'
  const questions = {
    endSession: { question: t('staff.endQuestion'), text: t('staff.endText') },
    rest: { question: t('staff.restQuestion'), text: t('staff.restText') },
    quit: { question: t('staff.quitQuestion'), text: t('staff.quitText') },
  }
  return (
    <div className="actions">
      {canExtend && (
        <Button look="primary" onPress={() => staff.extend(undefined)}>
          {t('staff.extend')}
        </Button>
      )}
      {inSession && <Button onPress={() => ask('endSession')}>{t('staff.endSession')}</Button>}
      {page.at === 'outOfService' && page.because !== 'policy' && (
        <Button look="primary" onPress={() => staff.retry(undefined)}>
          {page.because === 'wipe' ? t('staff.retry') : t('staff.back')}
        </Button>
      )}
      {inService && <Button onPress={() => ask('rest')}>{t('staff.rest')}</Button>}
      <Button look="quiet" onPress={() => ask('quit')}>
        {t('staff.quit')}
      </Button>
      {asked !== null && (
        <ConfirmDialog
          {...questions[asked]}
          confirm={t(`staff.${asked}`)}
          onConfirm={() => {
            ask(null)
            staff[asked](undefined)
          }}
          onCancel={() => ask(null)}
        />
      )}
    </div>
  )
}
