import { useTranslation } from 'react-i18next'
import type { TabView } from '../../app/contracts/visitor-page.ts'
import { kindOf } from '../../app/documents/document.ts'
import { Button } from '../kit/button.tsx'
import { Icon } from '../kit/icons.tsx'
import { useLanguage } from '../kit/language-provider.tsx'
import type { VisitorClient } from './client.ts'
import { formatPercent } from './format.ts'

type Props = { tab: TabView; printing: boolean; client: VisitorClient }

/** What acts on the page shown, and whose page it is. */
export function PageControls({ tab, printing, client }: Props) {
  const { t } = useTranslation('visitor')
  const { t: tasks } = useTranslation('tasks')
  const percent = formatPercent(tab.zoomPercent, useLanguage())
  return (
    <>
      <fieldset className="bar-buttons" aria-label={t('bar.navigation')}>
        <Button
          look="quiet"
          icon="back"
          iconOnly
          isDisabled={!tab.canGoBack}
          onPress={() => client.tab.back(undefined)}
        >
          {t('bar.back')}
        </Button>
        <Button
          look="quiet"
          icon="forward"
          iconOnly
          isDisabled={!tab.canGoForward}
          onPress={() => client.tab.forward(undefined)}
        >
          {t('bar.forward')}
        </Button>
        <Button look="quiet" icon="reload" iconOnly onPress={() => client.tab.reload(undefined)}>
          {t('bar.reload')}
        </Button>
      </fieldset>
      <Place tab={tab} />
      <fieldset className="bar-buttons" aria-label={t('bar.size')}>
        <Button look="quiet" icon="zoomOut" iconOnly onPress={() => client.tab.zoom('out')}>
          {t('bar.smaller')}
        </Button>
        <div className="bar-percent">
          <Button
            look="quiet"
            aria-label={t('bar.normalSize', { percent })}
            onPress={() => client.tab.zoom('reset')}
          >
            {percent}
          </Button>
        </div>
        <Button look="quiet" icon="zoomIn" iconOnly onPress={() => client.tab.zoom('in')}>
          {t('bar.larger')}
        </Button>
      </fieldset>
      {printing && (
        <Button look="quiet" icon="printer" iconOnly onPress={() => client.print.page(undefined)}>
          {tasks('print.pageLong')}
        </Button>
      )}
    </>
  )
}

/** Whose page this is, in whole and never a path: what a person must check before typing a code. */
function Place({ tab }: { tab: TabView }) {
  const { t } = useTranslation('visitor')
  if (tab.host === '') return <p className="place">{t('bar.opening')}</p>
  const state = stateOf(tab)
  return (
    <p className={`place place-${state}`}>
      {state !== 'unknown' && <Icon name={icons[state]} />}
      <span className="place-words">
        {state !== 'unknown' && <span className="place-state">{t(`bar.${state}`)}</span>}
        {/* Cut at its beginning when too long: the end of a host says whose it is. */}
        <strong className="place-host">
          <bdi dir="ltr">{tab.host}</bdi>
        </strong>
      </span>
    </p>
  )
}

function stateOf({ host, secure, trouble }: TabView): 'document' | 'secure' | 'insecure' | 'unknown' {
  // A document of the shelf is shown under its file name, which no host can end like.
  if (kindOf(host) !== 'other') return 'document'
  if (!secure || trouble === 'certificate') return 'insecure'
  // Of a page that did not come nothing is known, so nothing reassuring is said.
  return trouble === null ? 'secure' : 'unknown'
}

const icons = { document: 'documents', secure: 'lock', insecure: 'warning' } as const
