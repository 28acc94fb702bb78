import { useCallback, useEffect, useRef, useState } from 'react'
import type { Answer, Ask, Route } from '../../app/contracts/route.ts'
import { ask, Refused } from './client.ts'

type Seen<V> = { key: string; value?: V; refused?: Refused }

/**
 * What a route answers, asked again when the question changes.
 * @param everySeconds asks again by itself; what is on screen stays until the next answer
 */
export function useAsked<R extends Route>(route: R, asked: Ask<R> & object, everySeconds?: number) {
  const key = JSON.stringify(asked)
  const [seen, setSeen] = useState<Seen<Answer<R>>>({ key })
  const latest = useRef(0)
  const again = useCallback(async () => {
    latest.current += 1
    const turn = latest.current
    // Two answers can arrive in the wrong order: only that of the last question counts.
    const see = (next: (before: Seen<Answer<R>>) => Seen<Answer<R>>) => {
      if (turn === latest.current) setSeen(next)
    }
    try {
      const value = await ask(route, JSON.parse(key))
      see(() => ({ key, value }))
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      see((before) => (before.key === key ? { ...before, refused: error } : { key, refused: error }))
    }
  }, [route, key])
  useEffect(() => {
    again()
    if (everySeconds === undefined) return
    const timer = setInterval(again, everySeconds * 1000)
    return () => clearInterval(timer)
  }, [again, everySeconds])
  return { value: seen.key === key ? seen.value : undefined, refused: seen.refused, again }
}
