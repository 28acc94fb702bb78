import './trouble.css'
import { useTranslation } from 'react-i18next'
import type { TabView } from '../../app/contracts/visitor-page.ts'
import { Button } from '../kit/button.tsx'
import { Icon } from '../kit/icons.tsx'
import { PageHeading } from '../kit/page-heading.tsx'
import { Shore } from '../kit/shore.tsx'
import type { VisitorClient } from './client.ts'

type Props = {
  tab: string
  trouble: NonNullable<TabView['trouble']>
  canReturn: boolean
  client: VisitorClient
}

/** Told in place of a page: what happened, what to do. Nothing here opens a page that was held back for safety. */
export function Trouble({ tab, trouble, canReturn, client }: Props) {
  const { t } = useTranslation('visitor')
  const mayRetry = trouble === 'unreachable' || trouble === 'crashed'
  const hangs = trouble === 'unresponsive'
  const mayReturn = canReturn && !mayRetry && !hangs
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
        {mayReturn && (
          <Button look="primary" size="large" icon="back" onPress={() => client.tab.leaveTrouble(undefined)}>
            {t('trouble.return')}
          </Button>
        )}
        {hangs && (
          <>
            <Button look="primary" size="large" icon="close" onPress={() => client.tab.close(tab)}>
              {t('tabs.close')}
            </Button>
            <Button size="large" icon="clock" onPress={() => client.tab.wait(undefined)}>
              {t('trouble.wait')}
            </Button>
          </>
        )}
        <Button
          look={mayRetry || mayReturn || hangs ? 'secondary' : 'primary'}
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
