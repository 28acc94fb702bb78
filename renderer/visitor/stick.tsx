import './tasks.css'
import { useTranslation } from 'react-i18next'
import type { StickTask } from '../../app/contracts/visitor-tasks.ts'
import { Button } from '../kit/button.tsx'
import { Icon } from '../kit/icons.tsx'
import { useLanguage } from '../kit/language-provider.tsx'
import { PageHeading } from '../kit/page-heading.tsx'
import { Progress } from '../kit/progress.tsx'
import type { VisitorClient } from './client.ts'
import { formatBytes } from './format.ts'

type Props = { task: StickTask; client: VisitorClient }

/** A USB stick: one looks for a document on it, or puts one there. */
export function Stick({ task, client }: Props) {
  const { t } = useTranslation('tasks')
  const { document, stick, percent, trouble } = task
  return (
    <main className="content task">
      <PageHeading>{t(document === null ? 'stick.browseTitle' : 'stick.copyTitle')}</PageHeading>
      {document !== null && (
        <p className="task-name" data-unspoken>
          {t('stick.document', { name: document })}
        </p>
      )}
      <p role="alert" className="task-trouble">
        {trouble && t(`stick.trouble.${trouble}`)}
      </p>
      {percent !== null ? (
        <Copying percent={percent} client={client} />
      ) : (
        <>
          {!isDone(task) && (stick === null || document !== null) && (
            <StickList task={task} client={client} />
          )}
          {!isDone(task) && stick !== null && document === null && <Folder task={task} client={client} />}
        </>
      )}
      <p role="status" className="task-good">
        {task.released ? t('stick.released') : task.copied && t('stick.copied')}
      </p>
      <div className="task-actions">
        {stick !== null && percent === null && !task.released && (task.copied || document === null) && (
          <Button
            look={task.copied ? 'primary' : 'secondary'}
            icon="stick"
            onPress={() => client.stick.release(undefined)}
          >
            {t('stick.release')}
          </Button>
        )}
        <Button
          look={task.released ? 'primary' : 'quiet'}
          icon="close"
          onPress={() => client.stick.leave(undefined)}
        >
          {t('stick.leave')}
        </Button>
      </div>
    </main>
  )
}

function isDone({ copied, released }: StickTask): boolean {
  return copied || released
}

function Copying({ percent, client }: { percent: number; client: VisitorClient }) {
  const { t } = useTranslation('tasks')
  return (
    <div className="task-progress">
      <span role="status">{t('stick.copying')}</span>
      {/* All is handed over, and the stick still writes. */}
      <Progress label={t('stick.copying')} percent={percent < 100 ? percent : null} />
      <Button look="quiet" icon="close" onPress={() => client.stick.stop(undefined)}>
        {t('stick.stop')}
      </Button>
    </div>
  )
}

function StickList({ task: { sticks }, client }: Props) {
  const { t } = useTranslation('tasks')
  const language = useLanguage()
  if (sticks.length === 0) return <p role="status">{t('stick.none')}</p>
  return (
    <ul className="task-list" aria-label={t('stick.sticks')} data-unspoken>
      {sticks.map(({ id, label, freeBytes }) => (
        <li key={id}>
          <Button icon="stick" size="large" onPress={() => client.stick.choose(id)}>
            {`${label} – ${t('stick.free', { free: formatBytes(freeBytes, language) })}`}
          </Button>
        </li>
      ))}
    </ul>
  )
}

function Folder({ task: { stick, path, entries }, client }: Props) {
  const { t } = useTranslation('tasks')
  const language = useLanguage()
  const label = path.at(-1) ?? stick?.label ?? ''
  return (
    <section className="task-folder" aria-label={t('stick.content', { label })}>
      <div className="task-way">
        <Button look="quiet" icon="back" onPress={() => client.stick.up(undefined)}>
          {t('stick.up')}
        </Button>
        <strong className="task-name" data-unspoken>
          <bdi>{label}</bdi>
        </strong>
      </div>
      {entries.length === 0 && <p>{t('stick.emptyFolder')}</p>}
      <ul className="task-list" data-unspoken>
        {entries.map(({ name, kind, bytes }) => (
          <li key={name}>
            <button
              type="button"
              className="task-entry"
              aria-label={t(`stick.${kind}`, { name })}
              onClick={() => client.stick.enter(name)}
            >
              <Icon name={kind === 'folder' ? 'folder' : 'documents'} />
              <span className="task-name">
                <bdi>{name}</bdi>
              </span>
              {kind === 'file' && <span className="task-size">{formatBytes(bytes, language)}</span>}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
