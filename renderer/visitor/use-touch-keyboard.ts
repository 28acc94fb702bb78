import { type RefObject, useEffect, useRef, useState } from 'react'
import type { VisitorClient } from './client.ts'

export type TouchKeyboard = {
  isShown: boolean
  /** The bar's button, which shows and hides it. */
  button: RefObject<HTMLButtonElement | null>
  toggle: (withHand: boolean) => void
  press: (key: string, withHand: boolean) => void
}

/** The on-screen keyboard of a session. Over a page of the web it is shown by its button alone: no page is read. */
export function useTouchKeyboard(client: VisitorClient): TouchKeyboard {
  const [isShown, show] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  /** The field of a page of ours in which one types. */
  const field = useRef<HTMLElement>(null)

  useEffect(() => {
    const remember = ({ target }: FocusEvent) => {
      if (isTextField(target)) field.current = target
    }
    const touched = ({ target, pointerType }: PointerEvent) => {
      if (pointerType === 'touch' && isTextField(target)) show(true)
    }
    const leave = ({ target, key }: KeyboardEvent) => {
      if (key !== 'Escape' || !(target instanceof Element) || target.closest('.keyboard') === null) return
      show(false)
      button.current?.focus()
    }
    const listened = new AbortController()
    const { signal } = listened
    document.addEventListener('focusin', remember, { signal })
    document.addEventListener('click', touched, { signal })
    document.addEventListener('keydown', leave, { signal })
    return () => listened.abort()
  }, [])

  // What is typed in is brought into sight: the page of ours has become shorter.
  useEffect(() => {
    if (isShown && isTextField(document.activeElement))
      document.activeElement.scrollIntoView({ block: 'center' })
  }, [isShown])

  const type = async (key: string) => {
    const { activeElement } = document
    field.current?.focus()
    await client.keyboard.press(key)
    if (activeElement instanceof HTMLElement) activeElement.focus()
  }
  return {
    isShown,
    button,
    toggle: (withHand) => {
      show(!isShown)
      if (withHand) void client.keyboard.focusPage(undefined)
    },
    press: (key, withHand) => {
      // Whoever works the keyboard with other keys stays on it.
      if (!withHand) return void type(key)
      void client.keyboard.focusPage(undefined)
      void client.keyboard.press(key)
    },
  }
}

function isTextField(element: unknown): element is HTMLElement {
  return (
    element instanceof HTMLElement && element.matches('textarea, input:not([type=checkbox], [type=radio])')
  )
}
