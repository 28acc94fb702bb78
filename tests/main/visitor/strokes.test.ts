import { expect, it } from 'vitest'
import { strokesOf } from '../../../main/visitor/strokes.ts'

it.each([
  ['a', 'keyDown', 'a', 65],
  ['É', 'keyDown', 'É', 0],
  ['7', 'keyDown', '7', 55],
  // The code of « . » in ASCII is that of Delete among keys.
  ['.', 'keyDown', '.', 0],
  [' ', 'keyDown', ' ', 32],
  ['Enter', 'keyDown', '\r', 13],
  ['Backspace', 'rawKeyDown', undefined, 8],
  ['ArrowUp', 'rawKeyDown', undefined, 38],
])('%s is pressed, and let go', (key, type, text, code) => {
  const [down, up] = strokesOf(key)
  expect(down).toMatchObject({ type, key, windowsVirtualKeyCode: code })
  expect(down.text).toBe(text)
  expect(up).toEqual({ type: 'keyUp', key, windowsVirtualKeyCode: code })
})
