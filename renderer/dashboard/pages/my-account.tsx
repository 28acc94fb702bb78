import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { coordinatorApi } from '../../../app/contracts/coordinator-api.ts'
import { Button } from '../../kit/button.tsx'
import { useLanguage } from '../../kit/language-provider.tsx'
import { PageHeading } from '../../kit/page-heading.tsx'
import { ask } from '../client.ts'
import { TextField } from '../field.tsx'
import { FormLine } from '../form-line.tsx'
import { RefusedNote } from '../refused-note.tsx'
import { useAsked } from '../use-asked.ts'
import { useDeed } from '../use-deed.ts'

const { me: api } = coordinatorApi

/** One's own password, and where one is signed in. */
export function MyAccount() {
  const { t } = useTranslation('dashboard')
  const language = useLanguage()
  const sessions = useAsked(api.sessions, {})
  const ending = useDeed()
  const when = new Intl.DateTimeFormat(language, { dateStyle: 'short', timeStyle: 'short' })
  const end = (sessionId: string) =>
    ending.run(async () => {
      await ask(api.endSession, { params: { sessionId } })
      await sessions.again()
    })
  return (
    <>
      <PageHeading>{t('pages.me')}</PageHeading>
      <PasswordForm onDone={sessions.again} />
      <section className="section">
        <h2>{t('me.sessions')}</h2>
        <RefusedNote refused={ending.refused ?? sessions.refused} />
        <ul className="section">
          {sessions.value?.map(({ id, signedInAt, lastSeenAt, current }) => (
            <li key={id} className="bar">
              <span>
                {t('me.session', {
                  since: when.format(new Date(signedInAt)),
                  seen: when.format(new Date(lastSeenAt)),
                })}
              </span>
              {current ? (
                <span className="quiet">{t('me.current')}</span>
              ) : (
                <Button onPress={() => end(id)}>{t('me.end')}</Button>
              )}
            </li>
          ))}
        </ul>
      </section>
    </>
  )
}

function PasswordForm({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation('dashboard')
  const deed = useDeed()
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState('')
  const [isChanged, setChanged] = useState(false)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setChanged(await deed.run(() => ask(api.changePassword, { body: { current, next } })))
    setCurrent('')
    setNext('')
    onDone()
  }
  return (
    <section className="section">
      <h2>{t('me.password')}</h2>
      <FormLine onSubmit={submit}>
        <TextField
          type="password"
          label={t('me.currentPassword')}
          value={current}
          onChange={setCurrent}
          autoComplete="current-password"
        />
        <TextField
          type="password"
          label={t('me.nextPassword')}
          hint={t('form.passwordHint')}
          value={next}
          onChange={setNext}
          autoComplete="new-password"
          minLength={12}
        />
        <Button type="submit" look="primary" isDisabled={deed.isBusy}>
          {t('form.save')}
        </Button>
      </FormLine>
      <p role="status">{isChanged && t('me.passwordChanged')}</p>
      <RefusedNote refused={deed.refused} />
    </section>
  )
}
