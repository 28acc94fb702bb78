import { useEffect, useRef, useState } from 'react'
import type { Language } from '../../../app/session/visit.ts'
import { useLanguage } from '../language-provider.tsx'
import { readPage, type SpeechCalls } from './read-page.ts'

export type ReadAloud = {
  /** There is a page of ours to read, and a voice for it. */
  isOffered: boolean
  /** Whether the person asked for what is being read, or it began by itself; `null` when nothing is read. */
  reading: 'asked' | 'atOnce' | null
  hasFailed: boolean
  start: () => void
  stop: () => void
}

export type ReadAloudParts = {
  speech: SpeechCalls
  /** Languages that have a voice here. */
  spoken: readonly Language[]
  /** Which page is shown: with another one, nothing is read any more. */
  page: string
  /** The page begins to be read by itself. */
  atOnce?: boolean
}

/** Reads what `<main>` holds aloud; what is read stops when the page goes. */
export function useReadAloud({ speech, spoken, page, atOnce = false }: ReadAloudParts): ReadAloud {
  const [reading, setReading] = useState<ReadAloud['reading']>(null)
  const [hasFailed, setFailed] = useState(false)
  const current = useRef<AbortController | null>(null)
  const isOffered = spoken.includes(useLanguage())

  const stop = () => current.current?.abort()
  const start = async (why: 'asked' | 'atOnce') => {
    stop()
    const main = shownMain()
    if (main === undefined) return
    const own = new AbortController()
    current.current = own
    setReading(why)
    setFailed(false)
    const became = await readPage(main, speech, spoken, own.signal)
    if (current.current !== own) return
    setReading(null)
    setFailed(became === 'failed')
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: begins and ends with the page, not with each drawing of it
  useEffect(() => {
    if (atOnce && isOffered) void start('atOnce')
    return () => {
      stop()
      setFailed(false)
    }
  }, [page])

  // The button that stopped it has gone: the keyboard stays on the page.
  useEffect(() => {
    const hasEnded = reading === null && current.current !== null
    if (hasEnded && document.activeElement === document.body) shownMain()?.querySelector('h1')?.focus()
  }, [reading])

  return { isOffered, reading, hasFailed, start: () => void start('asked'), stop }
}

/** A page may keep another behind it. */
function shownMain(): HTMLElement | undefined {
  return [...document.querySelectorAll('main')].find((main) => main.checkVisibility())
}
