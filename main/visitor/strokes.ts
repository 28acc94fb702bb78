import { isNamedKey, type NamedKey } from '../../app/keyboard/key.ts'

/** Events of one key, in the words of the DevTools Protocol (`Input.dispatchKeyEvent`). */
type Stroke = {
  type: 'keyDown' | 'rawKeyDown' | 'keyUp'
  key: string
  windowsVirtualKeyCode: number
  text?: string
}

/** Codes by which old scripts know keys (`KeyboardEvent.keyCode`). */
const codes: Record<NamedKey, number> = {
  Backspace: 8,
  Tab: 9,
  Enter: 13,
  ArrowLeft: 37,
  ArrowUp: 38,
  ArrowRight: 39,
  ArrowDown: 40,
}

/** What a keyboard says when a key is pressed and let go. @param key a character, or the name of a key */
export function strokesOf(key: string): [down: Stroke, up: Stroke] {
  const text = key === 'Enter' ? '\r' : isNamedKey(key) ? undefined : key
  const about = { key, windowsVirtualKeyCode: codeOf(key) }
  const down: Stroke =
    text === undefined ? { type: 'rawKeyDown', ...about } : { type: 'keyDown', ...about, text }
  return [down, { type: 'keyUp', ...about }]
}

/** Letters and digits are their own codes; the code of a sign would be that of another key (« . » that of Delete). */
function codeOf(key: string): number {
  if (isNamedKey(key)) return codes[key]
  return /^[a-z0-9 ]$/i.test(key) ? key.toUpperCase().charCodeAt(0) : 0
}
