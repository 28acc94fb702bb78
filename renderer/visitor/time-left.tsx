import { useTranslation } from 'react-i18next'
import type { VisitorView } from '../../app/contracts/visitor-page.ts'
import { Icon } from '../kit/icons.tsx'
import { useLanguage } from '../kit/language-provider.tsx'
import { useSecondsLeft } from '../kit/use-seconds-left.ts'
import { formatMinutes } from './format.ts'

const soonSeconds = 5 * 60

/** The minutes left, calmly. A timer is not announced by itself: the guardian asks, in time, with a page of its own. */
export function TimeLeft({ view }: { view: VisitorView }) {
  const { t } = useTranslation('visitor')
  const language = useLanguage()
  const secondsLeft = useSecondsLeft(view.secondsLeft, view)
  return (
    <div
      className={secondsLeft < soonSeconds ? 'time-left time-left-soon' : 'time-left'}
      role="timer"
      aria-label={t('bar.timeLeft')}
    >
      <Icon name="clock" />
      {formatMinutes(secondsLeft, language)}
    </div>
  )
}
