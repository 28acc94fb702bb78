import './notice.css'
import { useTranslation } from 'react-i18next'
import type { VisitorView } from '../../app/contracts/visitor-page.ts'
import { Button } from '../kit/button.tsx'
import { Icon } from '../kit/icons.tsx'
import type { VisitorClient } from './client.ts'

/** Told in the bar, over whatever is shown: why a page did not open. */
export function Notice({ notice, client }: { notice: VisitorView['notice']; client: VisitorClient }) {
  const { t } = useTranslation('visitor')
  return (
    <div role="status">
      {notice && (
        <div className="notice">
          <Icon name="warning" />
          <p>{t(`notice.${notice}`)}</p>
          <Button look="quiet" onPress={() => client.notice.dismiss(undefined)}>
            {t('notice.dismiss')}
          </Button>
        </div>
      )}
    </div>
  )
}
