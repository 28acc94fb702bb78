import './trouble.css'
import { useTranslation } from 'react-i18next'
import type { TabView } from '../../app/contracts/visitor-page.ts'
import { Button } from '../kit/button.tsx'
import { Icon } from '../kit/icons.tsx'
import { PageHeading } from '../kit/page-heading.tsx'
import { Shore } from '../kit/shore.tsx'
import type { VisitorClient } from './client.ts'

type Props = { trouble: NonNullable<TabView['trouble']>; client: VisitorClient }

/** Told in place of a page: what happened, what to do. Nothing here opens a page that was held back for safety. */
export function Trouble({ trouble, client }: Props) {
  const { t } = useTranslation('visitor')
  const mayRetry = trouble === 'unreachable' || trouble === 'crashed'
  return (
    <main className="content trouble">
      <div className="trouble-sign">
        <Icon name="warning" />
      </div>
      <PageHeading>{t(`trouble.${trouble}.title`)}</PageHeading>
      <p>{t(`trouble.${trouble}.happened`)}</p>
      <p>{t(`trouble.${trouble}.todo`)}</p>
      <div className="trouble-actions">
        {mayRetry && (
          <Button look="primary" size="large" icon="reload" onPress={() => client.tab.reload(undefined)}>
            {t('trouble.retry')}
          </Button>
        )}
        <Button
          look={mayRetry ? 'secondary' : 'primary'}
          size="large"
          icon="home"
          onPress={() => client.home.show(undefined)}
        >
          {t('trouble.home')}
        </Button>
      </div>
      <Shore />
    </main>
  )
}
