import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { levelOf } from '../../../app/autonomy/level.ts'
import { autonomySchema } from '../../../app/autonomy/task.ts'
import tasksFile from '../../../assets/autonomy/tasks.json'
import { Button } from '../../kit/button.tsx'
import { PageHeading } from '../../kit/page-heading.tsx'
import type { VisitorClient } from '../client.ts'
import { AutonomyResult } from './autonomy-result.tsx'
import { AutonomyTask } from './autonomy-task.tsx'

const { tasks } = autonomySchema.parse(tasksFile)

type Props = { hasPlaces: boolean; client: VisitorClient }

/** The test of autonomy (M10): small tasks, a level for the person's eyes. Only the level is counted. */
export function Autonomy({ hasPlaces, client }: Props) {
  const { t } = useTranslation('autonomy')
  const [number, setNumber] = useState(0)
  const [done, setDone] = useState<ReadonlySet<string>>(new Set())
  const go = (next: number, doneNow = done) => {
    setDone(doneNow)
    setNumber(next)
    if (next > tasks.length) void client.aid.note({ family: 'autonomy', value: levelOf(tasks, doneNow) })
  }
  if (number === 0) return <Beginning onStart={() => go(1)} />
  const task = tasks[number - 1]
  if (task === undefined)
    return <AutonomyResult tasks={tasks} done={done} hasPlaces={hasPlaces} client={client} />
  return (
    <AutonomyTask
      key={task.id}
      task={task}
      progress={t('progress', { number, count: tasks.length })}
      onDone={(well) => go(number + 1, well ? new Set([...done, task.id]) : done)}
      onStop={() => go(tasks.length + 1)}
    />
  )
}

function Beginning({ onStart }: { onStart: () => void }) {
  const { t } = useTranslation('autonomy')
  return (
    <main className="content aid">
      <PageHeading>{t('title')}</PageHeading>
      <p className="aid-lead">{t('intro')}</p>
      <p className="aid-lead">{t('privacy')}</p>
      <div className="aid-actions">
        <Button look="primary" size="large" onPress={onStart}>
          {t('start')}
        </Button>
      </div>
    </main>
  )
}
