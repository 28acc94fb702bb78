import { type FormEvent, useState } from 'react'
import { Group } from 'react-aria-components/Group'
import { Input } from 'react-aria-components/Input'
import { Label } from 'react-aria-components/Label'
import { Text } from 'react-aria-components/Text'
import { TextField } from 'react-aria-components/TextField'
import { useTranslation } from 'react-i18next'
import { Button } from '../../kit/button.tsx'
import { useSecondsLeft } from '../../kit/use-seconds-left.ts'

const pinDigits = { fewest: 4, most: 12 }
const keys = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0']

type Props = {
  lock: { wrong: boolean; waitSeconds: number }
  /** Which PIN is asked for. */
  label: string
  /** What the right one does. */
  confirm: string
  takesFocus: boolean
  onPin: (pin: string) => void
}

/** A PIN, by keyboard or by touch. What was typed leaves the page as soon as it is sent. */
export function StaffLock({ lock, label, confirm, takesFocus, onPin }: Props) {
  const { t } = useTranslation('guardian')
  const [pin, setPin] = useState('')
  const wait = useSecondsLeft(lock.waitSeconds, lock)
  const type = (text: string) => setPin(text.replace(/\D/g, '').slice(0, pinDigits.most))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (pin.length < pinDigits.fewest || wait > 0) return
    onPin(pin)
    setPin('')
  }
  return (
    <form className="staff-lock" autoComplete="off" onSubmit={submit}>
      <div className="staff-entry">
        <TextField className="staff-pin" type="password" autoFocus={takesFocus} value={pin} onChange={type}>
          <Label>{label}</Label>
          <Input inputMode="numeric" autoComplete="off" />
          <Text slot="description">{t('staff.pinHint')}</Text>
        </TextField>
        <div className="staff-message">
          <p role="alert">{wait > 0 ? t('staff.tooMany') : lock.wrong && pin === '' && t('staff.wrong')}</p>
          {wait > 0 && <p role="timer">{t('staff.wait', { count: wait })}</p>}
        </div>
        <Button
          type="submit"
          look="primary"
          size="large"
          isDisabled={pin.length < pinDigits.fewest || wait > 0}
        >
          {confirm}
        </Button>
      </div>
      <Group className="staff-keys" aria-label={t('staff.keys')}>
        {keys.map((key) => (
          <Button key={key} size="large" onPress={() => type(pin + key)}>
            {key}
          </Button>
        ))}
        <Button size="large" icon="backspace" iconOnly onPress={() => setPin(pin.slice(0, -1))}>
          {t('staff.erase')}
        </Button>
      </Group>
    </form>
  )
}
