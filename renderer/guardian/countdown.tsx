import './countdown.css'
import { VisuallyHidden } from 'react-aria-components/VisuallyHidden'
import { useTranslation } from 'react-i18next'
import { useSecondsLeft } from '../kit/use-seconds-left.ts'

/** When what is left is said aloud: not every second. The words go once they are no longer true. */
const saidAtSeconds = [60, 30, 10]
const saidForSeconds = 3
const inMinutesFromSeconds = 120

/** A large countdown. `view` is the view that said `secondsLeft`. */
export function Countdown({ secondsLeft, view }: { secondsLeft: number; view: object }) {
  const { t } = useTranslation('guardian')
  const left = useSecondsLeft(secondsLeft, view)
  const inMinutes = left >= inMinutesFromSeconds
  const count = inMinutes ? Math.floor(left / 60) : left
  const said = saidAtSeconds.find((seconds) => left <= seconds && left > seconds - saidForSeconds)
  return (
    <div className="countdown" data-unspoken>
      <p className="countdown-face" role="timer" aria-label={t('countdown.label')}>
        <span className="countdown-figure">{count}</span>
        <span>{t(inMinutes ? 'countdown.minutes' : 'countdown.seconds', { count })}</span>
      </p>
      <VisuallyHidden>
        <p role="status">{said === undefined ? '' : t('countdown.said', { count: said })}</p>
      </VisuallyHidden>
    </div>
  )
}
