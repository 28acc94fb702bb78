import type { ReactNode } from 'react'
import { Button, type PressEvent } from 'react-aria-components/Button'

/** A finger, a pen or a mouse: not a key of another keyboard, nor a screen reader, which stay where they are. */
export function isWithHand({ pointerType }: PressEvent): boolean {
  return pointerType !== 'keyboard' && pointerType !== 'virtual'
}

type Props = {
  /** Said of it; left out, what is written on it. */
  name?: string
  width?: 'usual' | 'wide' | 'space'
  /** Of a key that stays down. */
  isDown?: boolean
  onPress: (withHand: boolean) => void
  children: ReactNode
}

/** A key of the on-screen keyboard. The field in which one types keeps the focus. */
export function Key({ name, width = 'usual', isDown, onPress, children }: Props) {
  return (
    <Button
      className={`key key-${width}`}
      preventFocusOnPress
      onPress={(event) => onPress(isWithHand(event))}
      {...(name !== undefined && { 'aria-label': name })}
      {...(isDown !== undefined && { 'aria-pressed': isDown })}
    >
      {children}
    </Button>
  )
}
