import './notice.css'
import { useTranslation } from 'react-i18next'
import type { VisitorView } from '../../app/contracts/visitor-page.ts'
import { Button } from '../kit/button.tsx'
import { Icon } from '../kit/icons.tsx'
import type { VisitorClient } from './client.ts'

type Props = Pick<VisitorView, 'pageNotice' | 'help'> & { client: VisitorClient }

/** A word beside the page at the moment of need (M12, M16, M17). It keeps nobody from anything. */
export function PageNotice({ pageNotice, help, client }: Props) {
  const { t } = useTranslation('notices')
  return (
    <div role="status">
      {pageNotice && (
        <div className="notice page-notice">
          <Icon name="info" />
          <div className="page-notice-words">
            <p>
              <strong>{t(`${pageNotice}.title`)}.</strong> {t(`${pageNotice}.person`)}
            </p>
            {help !== 'alone' && <p>{t(`${pageNotice}.helper`)}</p>}
          </div>
          <Button onPress={() => client.notice.dismissPageNotice(undefined)}>{t('close')}</Button>
        </div>
      )}
    </div>
  )
}
