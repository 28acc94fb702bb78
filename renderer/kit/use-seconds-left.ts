import { useEffect, useState } from 'react'

/**
 * Counts down between two views, for display only: what is due is decided elsewhere.
 * @param secondsLeft what the view said
 * @param view the view that said it: another one starts the count again, even with the same number
 * @returns whole seconds, never below zero, changing once a second
 */
export function useSecondsLeft(secondsLeft: number, view: object): number {
  const [elapsed, setElapsed] = useState({ view, seconds: 0 })
  useEffect(() => {
    const since = performance.now()
    const timer = setInterval(() => {
      setElapsed({ view, seconds: Math.round((performance.now() - since) / 1000) })
    }, 1000)
    return () => clearInterval(timer)
  }, [view])
  return Math.max(0, Math.ceil(secondsLeft) - (elapsed.view === view ? elapsed.seconds : 0))
}
