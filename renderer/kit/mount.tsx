import './base.css'
import { type ReactNode, StrictMode } from 'react'
import { createRoot } from 'react-dom/client'

/** Draws a page into `<div id="root">`. */
export function mount(page: ReactNode): void {
  // react-aria would add a style element, which our Content-Security-Policy refuses; it looks for this id first. The
  // rule itself is in base.css.
  const marker = document.createElement('meta')
  marker.id = 'react-aria-pressable-style'
  document.head.append(marker)

  const root = document.getElementById('root')
  if (root === null) throw new Error('The page has no element with the id "root".')
  createRoot(root).render(<StrictMode>{page}</StrictMode>)
}
