import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { GuardianPage, StaffAction } from '../../../app/contracts/guardian-page.ts'
import { Button } from '../../kit/button.tsx'
import { ConfirmDialog } from '../../kit/confirm-dialog.tsx'

type Props = { page: GuardianPage; actions: StaffAction[]; onAct: (action: StaffAction) => void }

/** What takes the post away from someone is asked twice. */
const confirmed = ['endSession', 'rest', 'quit'] as const
type Confirmed = (typeof confirmed)[number]

/** What can be done at this moment, as the guardian says. */
export function StaffActions({ page, actions, onAct }: Props) {
  const { t } = useTranslation('guardian')
  const [asked, ask] = useState<Confirmed | null>(null)
  const backInService = page.at === 'outOfService' && page.because === 'staff'
  return (
    <div className="actions">
      {actions.map((action) => {
        const question = confirmed.find((name) => name === action)
        return (
          <Button
            key={action}
            look={question ? 'secondary' : 'primary'}
            onPress={() => (question ? ask(question) : onAct(action))}
          >
            {action === 'retry' && backInService ? t('staff.backInService') : t(`staff.act.${action}`)}
          </Button>
        )
      })}
      {asked && (
        <ConfirmDialog
          question={t(`staff.ask.${asked}.question`)}
          text={t(`staff.ask.${asked}.text`)}
          confirm={t(`staff.act.${asked}`)}
          onConfirm={() => {
            ask(null)
            onAct(asked)
          }}
          onCancel={() => ask(null)}
        />
      )}
    </div>
  )
}
