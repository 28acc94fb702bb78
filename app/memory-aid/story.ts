import type { Passphrase } from './passphrase.ts'

/**
 * Where the words of a passphrase are put in the mind's eye, on a walk through a house: the oldest art of memory, and
 * one that asks nothing of grammar. Their words are in the languages' `memory-aid.json`, under `story.places`.
 */
export const storyPlaces = ['door', 'table', 'bed', 'window', 'garden', 'roof'] as const

/** The picture story of a passphrase: each word in its place, in order; the digit is on the letter box. */
export function storyOf({ words }: Passphrase): { place: (typeof storyPlaces)[number]; word: string }[] {
  if (words.length > storyPlaces.length) throw new Error(`A story has room for ${storyPlaces.length} words`)
  return storyPlaces.slice(0, words.length).map((place, index) => ({ place, word: words[index] ?? '' }))
}
