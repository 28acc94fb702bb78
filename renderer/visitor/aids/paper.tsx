import './paper.css'
import type { ReactNode } from 'react'
import { createPortal } from 'react-dom'

/** What the page puts on paper, as many times: it stays while the person is on their way to the printer. */
export function Paper({ copies = 1, children }: { copies?: number; children: ReactNode }) {
  const sheets = Array.from({ length: copies }, (_, copy) => copy)
  return createPortal(
    <div className="paper">
      {sheets.map((copy) => (
        <div key={copy} className="paper-sheet">
          {children}
        </div>
      ))}
    </div>,
    document.body,
  )
}
