import { useEffect, useState } from 'react'

/** What the process answers to a question; `null` until it has. @param ask the same function at each drawing */
export function useAnswer<T extends object>(ask: (nothing: undefined) => Promise<T>): T | null {
  const [answer, setAnswer] = useState<T | null>(null)
  useEffect(() => {
    let isShown = true
    void ask(undefined).then((value) => isShown && setAnswer(value))
    return () => {
      isShown = false
    }
  }, [ask])
  return answer
}
