import { VisuallyHidden } from 'react-aria-components/VisuallyHidden'
import { useTranslation } from 'react-i18next'
import type { VisitorView } from '../../app/contracts/visitor-page.ts'
import { Button } from '../kit/button.tsx'
import { Progress } from '../kit/progress.tsx'
import { percentReceived } from './arrival.ts'
import type { VisitorClient } from './client.ts'

/** The way to the documents; it tells what arrives, and what did not, while another page is in front. */
export function DocumentsButton({ view, client }: { view: VisitorView; client: VisitorClient }) {
  const { t } = useTranslation('visitor')
  const { documents, refusal, pageTrouble, showing } = view
  const missed = refusal ?? pageTrouble
  const arriving = documents.filter(({ state }) => state === 'arriving')
  const count = documents.length
  const held = count === 0 ? t('documentsButton.none') : t('documentsButton.some', { count })
  const label = missed ? t('documentsButton.refused') : held
  return (
    <div className="bar-documents">
      <Button
        look="quiet"
        icon={missed ? 'warning' : 'documents'}
        onPress={() => client.documents.show(undefined)}
        {...(showing === 'documents' ? { 'aria-current': 'page' } : {})}
      >
        {label}
      </Button>
      {arriving.length > 0 && (
        <Progress label={t('documentsButton.arriving')} percent={percentReceived(arriving)} />
      )}
      <VisuallyHidden>
        <span role="status">{arriving.length > 0 ? t('documentsButton.arriving') : label}</span>
      </VisuallyHidden>
    </div>
  )
}
