import { z } from 'zod'

/** Keys that do something other than write a character, by their names in the DOM (`KeyboardEvent.key`). */
export const namedKeys = [
  ...(['Backspace', 'Enter', 'Tab'] as const),
  ...(['ArrowLeft', 'ArrowUp', 'ArrowDown', 'ArrowRight'] as const),
]

/** One character that can be seen, or a space: nothing that a page could take for a command. */
const characterSchema = z.string().regex(/^[^\p{C}\p{M}\p{Zl}\p{Zp}]$/u)

/** One press of a key of the on-screen keyboard. No name is one character long, so that the two cannot be confused. */
export const keySchema = z.union([z.enum(namedKeys), characterSchema])
export type NamedKey = (typeof namedKeys)[number]

export function isNamedKey(key: string): key is NamedKey {
  return (namedKeys as readonly string[]).includes(key)
}
