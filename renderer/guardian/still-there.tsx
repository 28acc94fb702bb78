import './still-there.css'
import { useTranslation } from 'react-i18next'
import { Button } from '../kit/button.tsx'
import { useSecondsLeft } from '../kit/use-seconds-left.ts'

type Props = { secondsLeft: number; view: object; onStay: () => void }

/** Nobody has touched a page before the start: said before it goes, over it (RGAA 13.1). Any touch is an answer. */
export function StillThere({ secondsLeft, view, onStay }: Props) {
  const { t } = useTranslation('guardian')
  const left = useSecondsLeft(secondsLeft, view)
  return (
    <div className="still-there" data-unspoken>
      <div className="still-there-words">
        <div role="alert">
          <p className="still-there-title">{t('idle.title')}</p>
          <p>{t('stillThere.text')}</p>
        </div>
        <p role="timer">{t('receipt.closes', { count: left })}</p>
      </div>
      <Button look="primary" size="large" onPress={onStay}>
        {t('stillThere.stay')}
      </Button>
    </div>
  )
}
