import './tasks.css'
import { useTranslation } from 'react-i18next'
import type { VisitorView } from '../../app/contracts/visitor-page.ts'
import type { ChoiceTask } from '../../app/contracts/visitor-tasks.ts'
import { Button } from '../kit/button.tsx'
import { useLanguage } from '../kit/language-provider.tsx'
import { PageHeading } from '../kit/page-heading.tsx'
import type { VisitorClient } from './client.ts'
import { formatBytes } from './format.ts'

type Props = { choice: ChoiceTask; documents: VisitorView['documents']; client: VisitorClient }

/** Which documents of the session a site is given. */
export function Choice({ choice, documents, client }: Props) {
  const { t } = useTranslation('tasks')
  const language = useLanguage()
  const { host, several, folder, chosen, unexpected } = choice
  const complete = documents.filter(({ state }) => state === 'complete')
  const many = several || folder
  return (
    <main className="content task">
      <PageHeading>{t(many ? 'choice.title' : 'choice.titleOne')}</PageHeading>
      <p data-unspoken>{t('choice.host', { host })}</p>
      {folder && <p>{t('choice.folder')}</p>}
      {complete.length === 0 && <p>{t('choice.empty')}</p>}
      <fieldset className="task-choices" aria-label={t('choice.list')}>
        {complete.map(({ id, name, bytesReceived }) => (
          <label key={id} className="task-choice">
            <input
              type={many ? 'checkbox' : 'radio'}
              name="document"
              checked={chosen.includes(id)}
              onChange={() => client.choice.toggle(id)}
            />
            <span className="task-words">
              <strong className="task-name" data-unspoken>
                <bdi>{name}</bdi>
              </strong>
              <span>{formatBytes(bytesReceived, language)}</span>
              {unexpected.includes(id) && <span>{t('choice.unexpected')}</span>}
            </span>
          </label>
        ))}
      </fieldset>
      <div className="task-actions">
        <Button
          look="primary"
          size="large"
          isDisabled={chosen.length === 0}
          onPress={() => client.choice.give(undefined)}
        >
          {t('choice.give')}
        </Button>
        <Button size="large" icon="stick" onPress={() => client.stick.browse(undefined)}>
          {t('choice.fromStick')}
        </Button>
        <Button size="large" look="quiet" onPress={() => client.choice.cancel(undefined)}>
          {t('choice.cancel')}
        </Button>
      </div>
    </main>
  )
}
