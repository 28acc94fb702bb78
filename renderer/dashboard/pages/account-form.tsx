import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { coordinatorApi } from '../../../app/contracts/coordinator-api.ts'
import type { Site } from '../../../app/contracts/coordinator-posts.ts'
import { roleSchema, roles } from '../../../app/coordinator/role.ts'
import { Button } from '../../kit/button.tsx'
import { ask } from '../client.ts'
import { ChoiceField, TextField } from '../field.tsx'
import { FormLine } from '../form-line.tsx'
import { RefusedNote } from '../refused-note.tsx'
import { SiteChoice } from '../site-choice.tsx'
import { useDeed } from '../use-deed.ts'

const blank = { name: '', password: '', role: 'reception', siteId: '' }

/** Makes an account, of one site or of all. */
export function AccountForm({ sites, onDone }: { sites: readonly Site[]; onDone: () => void }) {
  const { t } = useTranslation('dashboard')
  const deed = useDeed()
  const [given, setGiven] = useState(blank)
  const set = (field: keyof typeof blank) => (value: string) => setGiven({ ...given, [field]: value })
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const body = {
      ...given,
      role: roleSchema.parse(given.role),
      siteId: given.siteId === '' ? null : given.siteId,
    }
    const isDone = await deed.run(() => ask(coordinatorApi.accounts.create, { body }))
    if (!isDone) return
    setGiven(blank)
    onDone()
  }
  return (
    <section className="section">
      <h2>{t('accounts.add')}</h2>
      <FormLine onSubmit={submit}>
        <TextField label={t('form.name')} value={given.name} onChange={set('name')} maxLength={80} />
        <TextField
          type="password"
          label={t('accounts.password')}
          hint={t('form.passwordHint')}
          value={given.password}
          onChange={set('password')}
          autoComplete="new-password"
          minLength={12}
        />
        <ChoiceField label={t('accounts.role')} value={given.role} onChange={set('role')}>
          {roles.map((role) => (
            <option key={role} value={role}>
              {t(`roles.${role}`)}
            </option>
          ))}
        </ChoiceField>
        <SiteChoice sites={sites} value={given.siteId} onChange={set('siteId')} mayBeAll />
        <Button type="submit" look="primary" isDisabled={deed.isBusy}>
          {t('form.add')}
        </Button>
      </FormLine>
      <RefusedNote refused={deed.refused} />
    </section>
  )
}
