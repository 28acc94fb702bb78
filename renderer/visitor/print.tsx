import './tasks.css'
import { useTranslation } from 'react-i18next'
import type { PrintTask } from '../../app/contracts/visitor-tasks.ts'
import { isOver } from '../../app/printing/print-job.ts'
import { Button } from '../kit/button.tsx'
import { PageHeading } from '../kit/page-heading.tsx'
import { Progress } from '../kit/progress.tsx'
import type { VisitorClient } from './client.ts'
import { PrintForm } from './print-form.tsx'

type Props = { task: PrintTask; client: VisitorClient }

/** The way of a page or a document to paper. */
export function Print({ task, client }: Props) {
  const { t } = useTranslation('tasks')
  const { title, state, job } = task
  return (
    <main className="content task">
      <PageHeading>{t('print.title')}</PageHeading>
      <p className="task-name" data-unspoken>
        {title}
      </p>
      {state === 'preparing' && (
        <div className="task-progress">
          <span role="status">{t('print.preparing')}</span>
          <Progress label={t('print.preparing')} percent={null} />
        </div>
      )}
      {state === 'failed' && <p role="alert">{t('print.notReady')}</p>}
      {job !== null && <Job job={job} />}
      {state === 'ready' && (job === null || job.is === 'failed') && (
        <PrintForm task={task} client={client} />
      )}
      <div className="task-actions">
        {job !== null && !isOver(job) && (
          <Button icon="close" onPress={() => client.print.cancel(undefined)}>
            {t('print.cancel')}
          </Button>
        )}
        <Button
          look={job !== null && isOver(job) && job.is !== 'failed' ? 'primary' : 'quiet'}
          icon="close"
          onPress={() => client.print.leave(undefined)}
        >
          {t('print.leave')}
        </Button>
      </div>
    </main>
  )
}

/** Where the job is, and what keeps it from going on. */
function Job({ job: { is, trouble } }: { job: NonNullable<PrintTask['job']> }) {
  const { t } = useTranslation('tasks')
  return (
    <div className="task-job">
      <p role="status" className={is === 'done' ? 'task-good' : undefined}>
        {t(`print.progress.${is}`)}
      </p>
      {(is === 'sending' || is === 'waiting' || is === 'printing') && trouble === null && (
        <Progress label={t(`print.progress.${is}`)} percent={null} />
      )}
      {trouble !== null && (
        <p role="alert" className="task-trouble">
          {t(`print.trouble.${trouble}`)} {trouble !== 'overQuota' && t('print.askStaff')}
        </p>
      )}
    </div>
  )
}
