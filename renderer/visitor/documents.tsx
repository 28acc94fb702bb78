import './documents.css'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { VisitorView } from '../../app/contracts/visitor-page.ts'
import { Button } from '../kit/button.tsx'
import { Card } from '../kit/card.tsx'
import { useLanguage } from '../kit/language-provider.tsx'
import { PageHeading } from '../kit/page-heading.tsx'
import type { VisitorClient } from './client.ts'
import { DocumentRow } from './document-row.tsx'
import { formatBytes } from './format.ts'
import { PageTrouble, ScanHere } from './scan-here.tsx'

/** The documents shelf: what was downloaded or scanned in this session, and how much room is left for more. */
export function Documents({ view, client }: { view: VisitorView; client: VisitorClient }) {
  const { t } = useTranslation('visitor')
  const { t: tasks } = useTranslation('tasks')
  const { documents, refusal, pageTrouble } = view
  const list = useRef<HTMLElement>(null)

  // The button that deleted a document is gone with it: the keyboard stays near, not at the top of the window.
  // biome-ignore lint/correctness/useExhaustiveDependencies: what matters is that the list became another one
  useEffect(() => {
    if (document.activeElement === document.body) list.current?.focus()
  }, [documents.length])

  return (
    <main className="content documents">
      <PageHeading>{t('documents.title')}</PageHeading>
      <p>{t('documents.explanation')}</p>
      {refusal && <Refusal refusal={refusal} view={view} />}
      {pageTrouble && <PageTrouble trouble={pageTrouble} />}
      <div className="shelf-actions">
        <Button icon="stick" onPress={() => client.stick.browse(undefined)}>
          {tasks('stick.browse')}
        </Button>
      </div>
      {view.scanner && <ScanHere scanner={view.scanner} client={client} />}
      <Space used={view.bytesUsed} quota={view.quotaBytes} />
      <section ref={list} tabIndex={-1} aria-label={t('documents.list')}>
        {documents.length === 0 ? (
          <Card title={t('documents.emptyTitle')} icon="documents">
            <p>{t('documents.empty')}</p>
          </Card>
        ) : (
          <ul className="shelf">
            {documents.map((each) => (
              <DocumentRow key={each.id} document={each} printing={view.printing} client={client} />
            ))}
          </ul>
        )}
      </section>
    </main>
  )
}

type RefusalProps = { refusal: NonNullable<VisitorView['refusal']>; view: VisitorView }

function Refusal({ refusal, view }: RefusalProps) {
  const { t } = useTranslation('visitor')
  const left = formatBytes(Math.max(0, view.quotaBytes - view.bytesUsed), useLanguage())
  return (
    <div className="refusal" role="alert">
      <Card title={t(`documents.refused.${refusal}.title`)} icon="warning">
        <p>{t(`documents.refused.${refusal}.text`, { left })}</p>
      </Card>
    </div>
  )
}

/** @param used @param quota bytes */
function Space({ used, quota }: { used: number; quota: number }) {
  const { t } = useTranslation('visitor')
  const language = useLanguage()
  const inWords = t('documents.spaceUsed', {
    used: formatBytes(used, language),
    quota: formatBytes(quota, language),
  })
  return (
    <div className="space">
      <span>{t('documents.space')}</span>
      <meter aria-label={t('documents.space')} aria-valuetext={inWords} max={quota} value={used} />
      <span>{inWords}</span>
    </div>
  )
}
