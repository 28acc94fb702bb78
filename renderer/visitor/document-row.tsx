import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Document } from '../../app/documents/document.ts'
import { Button } from '../kit/button.tsx'
import { ConfirmDialog } from '../kit/confirm-dialog.tsx'
import { Icon } from '../kit/icons.tsx'
import { useLanguage } from '../kit/language-provider.tsx'
import { Progress } from '../kit/progress.tsx'
import { percentReceived } from './arrival.ts'
import type { VisitorClient } from './client.ts'
import { formatBytes } from './format.ts'

type Props = { document: Document; printing: boolean; client: VisitorClient }

/** One document: what it is called, how far it has come in words, and what can be done with it. */
export function DocumentRow({ document, printing, client }: Props) {
  const { t } = useTranslation('visitor')
  const { t: tasks } = useTranslation('tasks')
  const [asking, setAsking] = useState(false)
  const { id, name, kind, state } = document
  const remove = () => client.documents.delete(id)
  return (
    <li className="shelf-row">
      <Icon name={state === 'interrupted' ? 'warning' : 'documents'} />
      <div className="shelf-words">
        <strong className="shelf-name" data-unspoken>
          <bdi>{name}</bdi>
        </strong>
        <State document={document} />
      </div>
      <div className="shelf-actions">
        {state === 'complete' && kind !== 'other' && (
          <Button aria-label={t('documents.openNamed', { name })} onPress={() => client.documents.open(id)}>
            {t('documents.open')}
          </Button>
        )}
        {state === 'complete' && kind !== 'other' && printing && (
          <Button
            icon="printer"
            aria-label={tasks('print.named', { name })}
            onPress={() => client.print.document(id)}
          >
            {tasks('print.page')}
          </Button>
        )}
        {state === 'complete' && (
          <Button
            icon="stick"
            aria-label={tasks('stick.copyNamed', { name })}
            onPress={() => client.stick.copy(id)}
          >
            {tasks('stick.copy')}
          </Button>
        )}
        {state === 'complete' ? (
          <Button
            look="quiet"
            icon="trash"
            aria-label={t('documents.deleteNamed', { name })}
            onPress={() => setAsking(true)}
          >
            {t('documents.delete')}
          </Button>
        ) : (
          <Button
            look="quiet"
            icon="close"
            aria-label={t(state === 'arriving' ? 'documents.stopNamed' : 'documents.dropNamed', { name })}
            onPress={remove}
          >
            {t(state === 'arriving' ? 'documents.stop' : 'documents.drop')}
          </Button>
        )}
      </div>
      {asking && (
        <ConfirmDialog
          question={t('documents.confirmTitle')}
          text={t('documents.confirm', { name })}
          confirm={t('documents.confirmYes')}
          onConfirm={() => {
            setAsking(false)
            remove()
          }}
          onCancel={() => setAsking(false)}
        />
      )}
    </li>
  )
}

function State({ document }: { document: Document }) {
  const { t } = useTranslation('visitor')
  const language = useLanguage()
  const { t: tasks } = useTranslation('tasks')
  const origins = { web: t('documents.complete'), scan: t('scan.origin'), stick: tasks('stick.origin') }
  const { kind, origin, state, bytesReceived, bytesTotal } = document
  const received = formatBytes(bytesReceived, language)
  if (state === 'interrupted') return <span>{t('documents.interrupted')}</span>
  if (state === 'arriving') {
    const arrived =
      bytesTotal === 0
        ? received
        : t('documents.arrivingOf', { received, total: formatBytes(bytesTotal, language) })
    return (
      <>
        <span>{`${t('documents.arriving')} – ${arrived}`}</span>
        <Progress label={t('documents.arriving')} percent={percentReceived([document])} />
      </>
    )
  }
  return (
    <>
      <span>{`${origins[origin]} – ${received}`}</span>
      {kind === 'other' && <span>{t('documents.cannotOpen')}</span>}
    </>
  )
}
