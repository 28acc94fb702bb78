import { type FormEvent, useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Passphrase, written } from '../../../app/memory-aid/passphrase.ts'
import { isLearnt, newPractice, tried } from '../../../app/memory-aid/practice.ts'
import { Button } from '../../kit/button.tsx'

type Props = { passphrase: Passphrase; lang: string }

/** Types it once with the words in sight, once without. */
export function MemoryPractice({ passphrase, lang }: Props) {
  const { t } = useTranslation('memory-aid')
  const [practice, setPractice] = useState(newPractice)
  const [typed, setTyped] = useState('')
  const [isShown, show] = useState(true)
  const field = useId()
  const input = useRef<HTMLInputElement>(null)
  // The button that led here is gone: whoever has no mouse goes on from the field.
  useEffect(() => input.current?.focus(), [])
  const said = useId()
  if (isLearnt(practice)) return <Learnt />
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const now = tried(practice, passphrase, typed)
    setPractice(now)
    if (now.wrongPart !== null) return
    setTyped('')
    show(false)
  }
  const { rightInARow, wrongPart } = practice
  return (
    <section className="aid-part">
      <h2>{t('practice.title')}</h2>
      <p>{t(rightInARow === 0 ? 'practice.first' : 'practice.second')}</p>
      {isShown && (
        <p className="aid-said aid-strong" lang={lang} data-unspoken>
          {written(passphrase)}
        </p>
      )}
      <form className="aid-form" autoComplete="off" onSubmit={submit}>
        <div className="aid-field">
          <label htmlFor={field}>{t('practice.field')}</label>
          <input
            id={field}
            ref={input}
            type="text"
            dir="auto"
            value={typed}
            spellCheck={false}
            autoCapitalize="off"
            aria-describedby={said}
            aria-invalid={wrongPart !== null}
            onChange={({ target }) => setTyped(target.value)}
          />
        </div>
        <p id={said} role="status" className={wrongPart === null ? 'aid-good' : 'aid-trouble'}>
          {wrongPart === null && rightInARow > 0 && t('practice.right')}
          {wrongPart === passphrase.words.length && t('practice.wrongDigit')}
          {wrongPart !== null &&
            wrongPart < passphrase.words.length &&
            t('practice.wrongWord', { number: wrongPart + 1 })}
        </p>
        <div className="aid-actions">
          <Button type="submit" look="primary">
            {t('practice.check')}
          </Button>
          {!isShown && <Button onPress={() => show(true)}>{t('practice.show')}</Button>}
        </div>
      </form>
    </section>
  )
}

function Learnt() {
  const { t } = useTranslation('memory-aid')
  return (
    <section className="aid-part" role="status">
      <h2>{t('learnt.title')}</h2>
      <p>{t('learnt.text')}</p>
      <p className="aid-hint">{t('learnt.helper')}</p>
    </section>
  )
}
