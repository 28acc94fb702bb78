import { useTranslation } from 'react-i18next'
import { type Feedback as Answer, feedbacks } from '../../../app/tally/note.ts'
import { Button } from '../../kit/button.tsx'

type Props = { given: Answer | null; onGive: (answer: Answer) => void }

/** One optional tap: what people think of the rules is only counted (P8). */
export function Feedback({ given, onGive }: Props) {
  const { t } = useTranslation('guardian')
  return (
    <section className="feedback">
      <div>
        <h2>{t('feedback.question')}</h2>
        {given === null && <p>{t('feedback.text')}</p>}
      </div>
      {given === null ? (
        <div className="actions">
          {feedbacks.map((answer) => (
            <Button key={answer} onPress={() => onGive(answer)}>
              {t(`feedback.answers.${answer}`)}
            </Button>
          ))}
        </div>
      ) : (
        <p role="status">{t('feedback.thanks')}</p>
      )}
    </section>
  )
}
