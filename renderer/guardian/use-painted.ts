import { useEffect, useEffectEvent } from 'react'

/** Tells once the page it is used in has been painted: a second frame begins only when the first is drawn. */
export function usePainted(onPainted: () => void): void {
  const tell = useEffectEvent(onPainted)
  useEffect(() => {
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(tell)
    })
    return () => cancelAnimationFrame(frame)
  }, [])
}
