import './frame.css'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../kit/button.tsx'
import { Shore } from '../kit/shore.tsx'

type Props = {
  structure: string
  controls?: { onStaff: () => void; onAbout: () => void }
  children: ReactNode
}

/** What surrounds every page: whose post this is, the page, and the two controls few people need. */
export function Frame({ structure, controls, children }: Props) {
  const { t } = useTranslation('guardian')
  return (
    <div className="frame">
      <header className="frame-header">
        <TideMark />
        <p>{structure}</p>
      </header>
      <main className="frame-main">{children}</main>
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
