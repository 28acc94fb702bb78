import './comfort.css'
import { type ReactNode, useLayoutEffect } from 'react'
import type { Comfort } from '../../app/session/comfort.ts'

/** Draws the page as the person reads best: `comfort.css` has the values for what is said here on `<html>`. */
export function ComfortProvider({ comfort, children }: { comfort: Comfort; children: ReactNode }) {
  useLayoutEffect(() => {
    const { dataset } = document.documentElement
    dataset.text = `${comfort.textPercent}`
    dataset.theme = comfort.theme
    dataset.spacing = comfort.spacing
    dataset.pointer = comfort.pointer
  }, [comfort])
  return children
}
