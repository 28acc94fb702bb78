import { type RefObject, useEffect, useRef } from 'react'
import type { VisitorClient } from './client.ts'

/** Tells the process how tall the bar is, at once and whenever it changes: the pages begin below it. */
export function useBarHeight(client: VisitorClient): RefObject<HTMLElement | null> {
  const bar = useRef<HTMLElement>(null)
  useEffect(() => {
    if (bar.current === null) return
    const observer = new ResizeObserver(([entry]) => {
      const height = Math.ceil(entry?.borderBoxSize[0]?.blockSize ?? 0)
      // The contract's bounds; a bar that is not laid out yet has no height to tell.
      if (height >= 40) client.view.barHeight(Math.min(height, 600))
    })
    observer.observe(bar.current, { box: 'border-box' })
    return () => observer.disconnect()
  }, [client])
  return bar
}
