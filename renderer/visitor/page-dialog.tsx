import './page-dialog.css'
import { type FormEvent, type KeyboardEvent, useState } from 'react'
import { Form } from 'react-aria-components/Form'
import { useTranslation } from 'react-i18next'
import type { PageDialog as Dialog } from '../../app/contracts/visitor-page.ts'
import { Button } from '../kit/button.tsx'
import { PageHeading } from '../kit/page-heading.tsx'
import type { VisitorClient } from './client.ts'

type Props = { tab: string; dialog: Dialog; client: VisitorClient }

/**
 * What a page says or asks, in its place: it names who speaks, so that no page passes for the post. The bar stays at
 * hand, the way out with it.
 */
export function PageDialog({ tab, dialog, client }: Props) {
  const { t } = useTranslation('visitor')
  const [silence, setSilence] = useState(false)
  const { kind, host } = dialog
  const answer = (accepted: boolean) => client.tab.answer({ tab, dialog: dialog.id, accepted, silence })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    answer(true)
  }
  const giveUp = ({ key }: KeyboardEvent) => {
    if (key === 'Escape') answer(false)
  }
  return (
    <main className="content page-dialog" onKeyDown={giveUp}>
      <PageHeading>{t(kind === 'alert' ? 'dialog.says' : 'dialog.asks', { host })}</PageHeading>
      <p className="page-dialog-words" dir="auto">
        {dialog.text}
      </p>
      <Form className="page-dialog-answer" autoComplete="off" onSubmit={submit}>
        {dialog.maySilence && (
          <label className="page-dialog-silence">
            <input type="checkbox" checked={silence} onChange={() => setSilence(!silence)} />
            {t('dialog.silence')}
          </label>
        )}
        <div className="page-dialog-actions">
          <Button type="submit" look="primary" size="large">
            {t('dialog.accept')}
          </Button>
          {kind !== 'alert' && (
            <Button size="large" onPress={() => answer(false)}>
              {t('dialog.cancel')}
            </Button>
          )}
        </div>
      </Form>
      <p className="page-dialog-own">{t('dialog.own')}</p>
    </main>
  )
}
