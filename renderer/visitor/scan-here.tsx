import { useTranslation } from 'react-i18next'
import type { VisitorView } from '../../app/contracts/visitor-page.ts'
import { Button } from '../kit/button.tsx'
import { Card } from '../kit/card.tsx'
import { Progress } from '../kit/progress.tsx'
import type { VisitorClient } from './client.ts'

/** Scans a page with the scanner of the post, and shows how far it is. */
export function ScanHere({
  scanner,
  client,
}: {
  scanner: NonNullable<VisitorView['scanner']>
  client: VisitorClient
}) {
  const { t } = useTranslation('visitor')
  const { percent } = scanner
  return (
    <div className="scan-here">
      {percent === null ? (
        <>
          <Button icon="documents" onPress={() => client.documents.scan(undefined)}>
            {t('scan.start')}
          </Button>
          <span>{t('scan.hint')}</span>
        </>
      ) : (
        <>
          <span role="status">{t('scan.running')}</span>
          <Progress label={t('scan.running')} percent={percent} />
          <Button look="quiet" icon="close" onPress={() => client.documents.cancelScan(undefined)}>
            {t('scan.cancel')}
          </Button>
        </>
      )}
    </div>
  )
}

/** Why a scanned page is not on the shelf, and what to do. */
export function PageTrouble({ trouble }: { trouble: NonNullable<VisitorView['pageTrouble']> }) {
  const { t } = useTranslation('visitor')
  return (
    <div className="refusal" role="alert">
      <Card title={t(`scan.trouble.${trouble}.title`)} icon="warning">
        <p>{t(`scan.trouble.${trouble}.text`)}</p>
      </Card>
    </div>
  )
}
