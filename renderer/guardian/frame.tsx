import './frame.css'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../kit/button.tsx'
import { SilenceButton } from '../kit/read-aloud/silence-button.tsx'
import { type ReadAloudParts, useReadAloud } from '../kit/read-aloud/use-read-aloud.ts'
import { type ReadingChoices, ReadingPanel } from '../kit/reading-panel.tsx'
import { Shore } from '../kit/shore.tsx'
import { SkipLink } from '../kit/skip-link.tsx'

type Props = {
  structure: string
  logo: string | null
  reading: ReadingChoices
  aloud: ReadAloudParts
  controls?: { onStaff: () => void; onAbout: () => void }
  children: ReactNode
}

/** What surrounds every page: whose post this is, the page, and the two controls few people need. */
export function Frame({ structure, logo, reading, aloud: parts, controls, children }: Props) {
  const { t } = useTranslation(['guardian', 'kit'])
  const [readingShown, showReading] = useState(false)
  const aloud = useReadAloud(parts)
  return (
    <div className="frame">
      <header className="frame-header">
        <SkipLink />
        {logo === null ? <TideMark /> : <img className="frame-logo" src={logo} alt="" />}
        <p>
          <bdi>{structure}</bdi>
        </p>
        <div className="frame-reading">
          <SilenceButton aloud={aloud} />
          <Button
            look="quiet"
            icon="letters"
            aria-expanded={readingShown}
            onPress={() => showReading(!readingShown)}
          >
            {t('reading.open', { ns: 'kit' })}
          </Button>
        </div>
      </header>
      {readingShown && <ReadingPanel {...reading} aloud={aloud} onClose={() => showReading(false)} />}
      <main id="content" className="frame-main">
        {children}
      </main>
      <footer className="frame-footer">
        {controls && (
          <>
            <Button look="quiet" icon="desk" onPress={controls.onStaff}>
              {t('footer.staff')}
            </Button>
            <Button look="quiet" icon="info" onPress={controls.onAbout}>
              {t('footer.about')}
            </Button>
          </>
        )}
      </footer>
      <Shore />
    </div>
  )
}

/** Two waves and the line they leave. */
function TideMark() {
  return (
    <svg className="tide-mark" viewBox="0 0 32 32" aria-hidden="true">
      <circle cx="16" cy="16" r="15" />
      <path d="M5 15c3.6-3.4 7.2-3.4 11 0s7.4 3.4 11 0M7 21.5c3-2.6 6-2.6 9 0s6 2.6 9 0" />
    </svg>
  )
}
