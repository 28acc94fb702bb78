import { expect, test } from 'vitest'
import { storyOf, storyPlaces } from '../../../app/memory-aid/story.ts'
import { namesUnder, stringsOf } from '../../assets/strings.ts'

test('a story puts each word in a place of its own, in the order typed', () => {
  expect(storyOf({ words: ['lune', 'tapis', 'renard'], digit: 7 })).toEqual([
    { place: 'door', word: 'lune' },
    { place: 'table', word: 'tapis' },
    { place: 'bed', word: 'renard' },
  ])
  expect(() => storyOf({ words: Array.from({ length: 7 }, () => 'lune'), digit: 7 })).toThrow('6 words')
})

test.each(['fr', 'fr-x-falc', 'en'])('each place has its words in %s', async (language) => {
  expect(namesUnder(await stringsOf(language, 'memory-aid'), 'story.places')).toEqual([...storyPlaces].sort())
})
