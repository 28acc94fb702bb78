import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { succeeded, type Task } from '../../../app/autonomy/task.ts'
import { Button } from '../../kit/button.tsx'
import { PageHeading } from '../../kit/page-heading.tsx'
import { AutonomyAnswer } from './autonomy-answer.tsx'
import { useTaskWords } from './task-words.ts'

type Props = { task: Task; progress: string; onDone: (well: boolean) => void; onStop: () => void }

/** One task: tried once, then its tip is read, whatever came of it. */
export function AutonomyTask({ task, progress, onDone, onStop }: Props) {
  const { t } = useTranslation('autonomy')
  const words = useTaskWords(task.id)
  const [answer, setAnswer] = useState<string | null>(null)
  const well = succeeded(task, answer, words.expected)
  return (
    <main className="content aid">
      <p className="aid-hint">{progress}</p>
      <PageHeading>{words.title}</PageHeading>
      <p>{words.instruction}</p>
      {words.expected !== '' && <p className="aid-said aid-strong">{words.expected}</p>}
      {words.message !== '' && <p className="aid-said">{words.message}</p>}
      {answer === null ? (
        <AutonomyAnswer task={task} words={words} onAnswer={setAnswer} />
      ) : (
        <div className="aid-part" role="status">
          <p className={well ? 'aid-good' : 'aid-strong'}>{t(well ? 'well' : 'notYet')}</p>
          {!well && <p>{words.tip}</p>}
        </div>
      )}
      <div className="aid-actions">
        {answer === null ? (
          <Button look="quiet" onPress={() => onDone(false)}>
            {t('pass')}
          </Button>
        ) : (
          <Button look="primary" autoFocus onPress={() => onDone(well)}>
            {t('next')}
          </Button>
        )}
        <Button look="quiet" icon="close" onPress={onStop}>
          {t('stop')}
        </Button>
      </div>
    </main>
  )
}
