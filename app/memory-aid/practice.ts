import { type Passphrase, written } from './passphrase.ts'

/** Times a passphrase is typed without a mistake before it counts as learnt. */
const timesAsked = 2

/** How far a person is: times typed right in a row, and the first word that was wrong in the last try. */
export type Practice = { rightInARow: number; wrongPart: number | null }

export const newPractice: Practice = { rightInARow: 0, wrongPart: null }

export function isLearnt({ rightInARow }: Practice): boolean {
  return rightInARow >= timesAsked
}

/**
 * One try. It must be exact: a site will not forgive a capital. `wrongPart` says where to look again: 0 is the first
 * word, the digit comes last; what is only missing or too much at the end counts there.
 */
export function tried(practice: Practice, passphrase: Passphrase, typed: string): Practice {
  const wanted = written(passphrase)
  const given = typed.trim().normalize('NFC')
  if (given === wanted.normalize('NFC')) return { rightInARow: practice.rightInARow + 1, wrongPart: null }
  const parts = wanted.split('-')
  const typedParts = given.split('-')
  const wrong = parts.findIndex((part, index) => part.normalize('NFC') !== typedParts[index])
  return { rightInARow: 0, wrongPart: wrong < 0 ? parts.length - 1 : wrong }
}
