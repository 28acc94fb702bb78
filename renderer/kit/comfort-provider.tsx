import './comfort.css'
import { type ReactNode, useLayoutEffect } from 'react'
import type { Comfort } from '../../app/session/comfort.ts'

type Props = { comfort: Comfort; colour: string | null; children: ReactNode }

/**
 * Draws the page as the person reads best: `comfort.css` has the values for what is said here on `<html>`.
 * @param colour the structure's, in the light look: the others have colours of their own, chosen to be read
 */
export function ComfortProvider({ comfort, colour, children }: Props) {
  useLayoutEffect(() => {
    const { dataset, style } = document.documentElement
    dataset.text = `${comfort.textPercent}`
    dataset.theme = comfort.theme
    dataset.spacing = comfort.spacing
    dataset.pointer = comfort.pointer
    if (colour === null || comfort.theme !== 'light') {
      style.removeProperty('--action')
      style.removeProperty('--action-pressed')
      return
    }
    style.setProperty('--action', colour)
    style.setProperty('--action-pressed', `color-mix(in srgb, ${colour} 75%, black)`)
  }, [comfort, colour])
  return children
}
