import './door.css'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { coordinatorApi } from '../../app/contracts/coordinator-api.ts'
import { Button } from '../kit/button.tsx'
import { PageHeading } from '../kit/page-heading.tsx'
import { Shore } from '../kit/shore.tsx'
import { ask } from './client.ts'
import { RequiredNote, TextField } from './field.tsx'
import { LanguageChoice } from './language-choice.tsx'
import { RefusedNote } from './refused-note.tsx'
import { session } from './session.ts'
import { useAsked } from './use-asked.ts'
import { useDeed } from './use-deed.ts'

const { door } = coordinatorApi

/** Signing in; before there is anyone, making the first admin. */
export function Door() {
  const { t } = useTranslation('dashboard')
  const { value, refused } = useAsked(door.look, {})
  const deed = useDeed()
  // A desk that started its own coordinator brings the code along.
  const [code, setCode] = useState(location.hash.slice(1))
  const [name, setName] = useState('')
  const [password, setPassword] = useState('')
  const isFirst = value?.firstAdmin ?? false
  const submit = (event: FormEvent) => {
    event.preventDefault()
    deed.run(async () => {
      const body = { name, password }
      const me = await (isFirst
        ? ask(door.makeFirstAdmin, { body: { ...body, code } })
        : ask(door.signIn, { body }))
      session.setState({ is: 'in', me }, true)
    })
  }
  if (value === undefined) return <RefusedNote refused={refused} />
  return (
    <div className="door">
      <div className="door-language">
        <LanguageChoice />
      </div>
      <main>
        <form className="door-form" onSubmit={submit}>
          <PageHeading takesFocus={false}>{t(isFirst ? 'door.firstTitle' : 'door.title')}</PageHeading>
          <p>{t(isFirst ? 'door.firstText' : 'door.text')}</p>
          <RequiredNote />
          <RefusedNote refused={deed.refused} />
          {isFirst && <TextField label={t('door.code')} value={code} onChange={setCode} takesFocus />}
          <TextField
            label={t('door.name')}
            value={name}
            onChange={setName}
            autoComplete="username"
            takesFocus={!isFirst}
          />
          <TextField
            type="password"
            label={t('door.password')}
            value={password}
            onChange={setPassword}
            {...(isFirst ? { hint: t('form.passwordHint'), minLength: 12 } : {})}
            autoComplete={isFirst ? 'new-password' : 'current-password'}
          />
          <Button type="submit" look="primary" isDisabled={deed.isBusy}>
            {t(isFirst ? 'door.firstConfirm' : 'door.confirm')}
          </Button>
        </form>
      </main>
      <Shore />
    </div>
  )
}
