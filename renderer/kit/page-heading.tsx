import { useEffect, useRef } from 'react'

type Props = {
  children: string
  /** False where the page has one thing to fill in and the focus goes there. */
  takesFocus?: boolean
}

/** The h1 of a page. It takes the focus when the page appears, so that a screen reader starts there. */
export function PageHeading({ children, takesFocus = true }: Props) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = children
    if (takesFocus) heading.current?.focus()
  }, [children, takesFocus])
  return (
    <h1 ref={heading} tabIndex={-1}>
      {children}
    </h1>
  )
}
