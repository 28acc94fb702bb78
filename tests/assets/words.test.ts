import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { wordsNeeded } from '../../app/memory-aid/passphrase.ts'
import { wordLanguages, wordListSchema } from '../../app/memory-aid/word-list.ts'

describe.each(wordLanguages)('the words in %s', async (language) => {
  const file = await readFile(new URL(`../../assets/words/${language}.json`, import.meta.url), 'utf8')
  const list = wordListSchema.safeParse(JSON.parse(file))

  test('are plain, and told apart by more than an accent', () => {
    expect(list.error?.issues ?? []).toEqual([])
  })

  test('are enough for a passphrase of five words', () => {
    expect(wordsNeeded(list.data?.words.length ?? 0)).toBe(5)
  })
})

test('a list with the same word twice, an accent or a capital is refused', () => {
  const words = Array.from(
    { length: 650 },
    (_, index) => `mot${[...String(index)].map((digit) => 'abcdefghij'[+digit]).join('')}`,
  )
  expect(wordListSchema.safeParse({ source: 'x', words }).success).toBe(true)
  for (const wrong of [words[0], 'été', 'Lune', 'deux mots', 'أحمد', 'ab']) {
    expect(wordListSchema.safeParse({ source: 'x', words: [...words, wrong] }).success, wrong).toBe(false)
  }
})
