import { useTranslation } from 'react-i18next'
import { levelOf } from '../../../app/autonomy/level.ts'
import type { Task } from '../../../app/autonomy/task.ts'
import { Button } from '../../kit/button.tsx'
import { PageHeading } from '../../kit/page-heading.tsx'
import type { VisitorClient } from '../client.ts'
import { useTaskWords } from './task-words.ts'

type Props = {
  tasks: readonly Task[]
  done: ReadonlySet<string>
  hasPlaces: boolean
  client: VisitorClient
}

/** What the test has shown, for the person alone, and where to go on from there. */
export function AutonomyResult({ tasks, done, hasPlaces, client }: Props) {
  const { t } = useTranslation('autonomy')
  const level = levelOf(tasks, done)
  const missed = tasks.filter(({ id }) => !done.has(id))
  return (
    <main className="content aid">
      <PageHeading>{t('result.title')}</PageHeading>
      <section className="card">
        <h2>{t(`levels.${level}.title`)}</h2>
        <p>{t(`levels.${level}.text`)}</p>
        <p>{t(`levels.${level}.advice`)}</p>
        {hasPlaces && (
          <div className="aid-actions">
            <Button look="primary" icon="compass" onPress={() => client.aid.show('orientation')}>
              {t('result.places')}
            </Button>
          </div>
        )}
      </section>
      {missed.length > 0 && (
        <section className="aid-part">
          <h2>{t('result.tips')}</h2>
          <ul className="aid-list">
            {missed.map(({ id }) => (
              <Tip key={id} id={id} />
            ))}
          </ul>
        </section>
      )}
      <p className="aid-hint">{t('result.kept')}</p>
    </main>
  )
}

function Tip({ id }: { id: string }) {
  const { title, tip } = useTaskWords(id)
  return (
    <li>
      <h3>{title}</h3>
      <p>{tip}</p>
    </li>
  )
}
