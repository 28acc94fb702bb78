import './session-bar.css'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { VisitorView } from '../../app/contracts/visitor-page.ts'
import { Button } from '../kit/button.tsx'
import { isWithHand } from '../kit/keyboard/key.tsx'
import { Progress } from '../kit/progress.tsx'
import { SilenceButton } from '../kit/read-aloud/silence-button.tsx'
import { useReadAloud } from '../kit/read-aloud/use-read-aloud.ts'
import { ReadingPanel } from '../kit/reading-panel.tsx'
import { SkipLink } from '../kit/skip-link.tsx'
import { CaptureSign } from './capture-sign.tsx'
import type { VisitorClient } from './client.ts'
import { DocumentsButton } from './documents-button.tsx'
import { Notice } from './notice.tsx'
import { showsOwnPage } from './own-page.ts'
import { PageControls } from './page-controls.tsx'
import { PageNotice } from './page-notice.tsx'
import { Tabs } from './tabs.tsx'
import { TimeLeft } from './time-left.tsx'
import { useHeight } from './use-height.ts'
import type { TouchKeyboard } from './use-touch-keyboard.ts'

/** The contract's bounds; a bar that is not laid out yet has no height to tell. */
const heights = { least: 40, most: 600 }

type Props = { view: VisitorView; client: VisitorClient; keyboard: TouchKeyboard }

/** Always on top: where one is, one's documents, the time left and the way out. */
export function SessionBar({ view, client, keyboard }: Props) {
  const { t } = useTranslation(['visitor', 'kit'])
  const [readingShown, showReading] = useState(false)
  const bar = useHeight((height) => {
    if (height >= heights.least) void client.view.barHeight(Math.min(height, heights.most))
  })
  const isOwn = showsOwnPage(view)
  const aloud = useReadAloud({
    speech: client.speech,
    spoken: isOwn ? view.spoken : [],
    page: `${view.showing} ${view.task?.is}`,
  })
  const shown = view.showing === 'page' ? view.tabs.find(({ id }) => id === view.activeTab) : undefined
  // A way back to the one page that is open, when something else is in front of it.
  const hasTabs = view.tabs.length > (shown ? 1 : 0)
  return (
    <header className={keyboard.isShown && view.touchKeyboard ? 'bar bar-typing' : 'bar'} ref={bar}>
      {isOwn && <SkipLink />}
      <div className="bar-row">
        <div className="bar-group bar-page">
          <div className="bar-foldable">
            <Button
              look="quiet"
              icon="home"
              iconOnly={shown !== undefined}
              aria-label={t('bar.home')}
              onPress={() => client.home.show(undefined)}
              {...(view.showing === 'home' ? { 'aria-current': 'page' } : {})}
            >
              {t(shown === undefined ? 'bar.homeShort' : 'bar.home')}
            </Button>
          </div>
          {shown ? (
            <PageControls tab={shown} printing={view.printing} client={client} />
          ) : (
            <p className="bar-structure">
              <bdi>{view.structure}</bdi>
            </p>
          )}
        </div>
        <div className="bar-group bar-session">
          <DocumentsButton view={view} client={client} />
          <TimeLeft view={view} />
          <div className="bar-foldable">
            <SilenceButton aloud={aloud} />
          </div>
          <div className="bar-buttons bar-reading">
            {view.touchKeyboard && (
              <div className="bar-keyboard">
                <Button
                  look="quiet"
                  icon="keyboard"
                  iconOnly={shown !== undefined}
                  ref={keyboard.button}
                  aria-expanded={keyboard.isShown}
                  preventFocusOnPress
                  onPress={(event) => keyboard.toggle(isWithHand(event))}
                >
                  {t('keyboard.open', { ns: 'kit' })}
                </Button>
              </div>
            )}
            <Button
              look="quiet"
              icon="letters"
              iconOnly
              aria-expanded={readingShown}
              onPress={() => showReading(!readingShown)}
            >
              {t('reading.open', { ns: 'kit' })}
            </Button>
            <Button look="quiet" icon="rights" iconOnly onPress={() => client.charter.show(undefined)}>
              {t('bar.charter')}
            </Button>
            <Button look="quiet" icon="desk" iconOnly onPress={() => client.session.askStaff(undefined)}>
              {t('bar.staff')}
            </Button>
          </div>
          <Button look="primary" onPress={() => client.session.askEnd(undefined)}>
            {t('bar.end')}
          </Button>
        </div>
      </div>
      {readingShown && (
        <ReadingPanel
          languages={view.languages}
          comfort={view.comfort}
          onLanguage={client.reading.chooseLanguage}
          onComfort={client.reading.setComfort}
          aloud={aloud}
          onClose={() => showReading(false)}
        />
      )}
      <Notice notice={view.notice} client={client} />
      <PageNotice pageNotice={view.pageNotice} help={view.help} client={client} />
      <CaptureSign capture={shown?.capture ?? null} />
      {hasTabs && <Tabs tabs={view.tabs} shownTab={shown?.id} client={client} />}
      {shown?.loading && (
        <div className="bar-loading">
          <Progress label={t('bar.opening')} percent={null} />
        </div>
      )}
    </header>
  )
}
