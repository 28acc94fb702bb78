import { type RefObject, useEffect, useEffectEvent, useRef } from 'react'

/** Tells how tall an element is (CSS pixels), at once and whenever it changes; 0 once it is gone. */
export function useHeight<E extends HTMLElement>(onHeight: (height: number) => void): RefObject<E | null> {
  const element = useRef<E>(null)
  const tell = useEffectEvent(onHeight)
  useEffect(() => {
    if (element.current === null) return
    const observer = new ResizeObserver(([entry]) => tell(Math.ceil(entry?.borderBoxSize[0]?.blockSize ?? 0)))
    observer.observe(element.current, { box: 'border-box' })
    return () => {
      observer.disconnect()
      tell(0)
    }
  }, [])
  return element
}
