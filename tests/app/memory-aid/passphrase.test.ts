import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  bitsOf,
  drawPassphrase,
  leastBits,
  wordsNeeded,
  written,
} from '../../../app/memory-aid/passphrase.ts'
import { below } from '../../../app/memory-aid/random.ts'

const list = (size: number) => Array.from({ length: size }, (_, index) => `mot${index}`)
const uint32 = fc.integer({ min: 0, max: 2 ** 32 - 1 })

/** A source that gives these numbers in turn, over and over. */
function source(numbers: readonly number[]): () => number {
  let next = 0
  return () => numbers[next++ % numbers.length] ?? 0
}

describe('a number below a size', () => {
  test('is drawn again where a remainder would favour the first ones', () => {
    const last = 2 ** 32 - 1
    // 2³² is 6 more than a multiple of 10: the last six numbers are unfair.
    expect(below(10, source([last, last - 5, 13]))).toBe(3)
    expect(below(10, source([last - 6, 13]))).toBe(9)
  })

  test('is every number as often: no bias that a chi-square test can see', () => {
    const size = 7
    const seen = new Array<number>(size).fill(0)
    let state = 1
    // Any source of even numbers does: here each residue of a full cycle, spread over 32 bits.
    const spread = () => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
      return state
    }
    const draws = 70_000
    for (let draw = 0; draw < draws; draw++) {
      const drawn = below(size, spread)
      seen[drawn] = (seen[drawn] ?? 0) + 1
    }
    const expected = draws / size
    const chiSquare = seen.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0)
    // 99.9 % of fair sources stay under 22.5 with 6 degrees of freedom.
    expect(chiSquare).toBeLessThan(22.5)
  })

  test('stays below its size', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 32 }), uint32, (size, number) => {
        expect(below(size, source([number, 0]))).toBeLessThan(size)
      }),
    )
  })
})

describe('a passphrase', () => {
  test('has as many words as its strength needs, and not one more', () => {
    expect(wordsNeeded(1024)).toBe(5)
    expect(wordsNeeded(2048)).toBe(5)
    expect(wordsNeeded(650)).toBe(5)
    expect(wordsNeeded(512)).toBe(6)
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 10_000 }), (size) => {
        const words = wordsNeeded(size)
        expect(bitsOf(size, words)).toBeGreaterThanOrEqual(leastBits)
        expect(bitsOf(size, words - 1)).toBeLessThan(leastBits)
      }),
    )
    expect(() => wordsNeeded(5)).toThrow('5 words')
  })

  test('counts its bits as the number of passphrases there are', () => {
    expect(2 ** bitsOf(6, 2)).toBeCloseTo(6 * 5 * 10)
  })

  test('is made of different words of the list', () => {
    const words = list(700)
    fc.assert(
      fc.property(fc.array(uint32, { minLength: 8, maxLength: 8 }), (numbers) => {
        const passphrase = drawPassphrase(words, source([...numbers, 0, 1, 2, 3, 4, 5]))
        expect(new Set(passphrase.words).size).toBe(5)
        for (const word of passphrase.words) expect(words).toContain(word)
        expect(passphrase.digit).toBeGreaterThanOrEqual(0)
        expect(passphrase.digit).toBeLessThan(10)
      }),
    )
  })

  test('can be any: the last words and the last digit too', () => {
    const words = list(700)
    const { words: drawn } = drawPassphrase(words, source([699, 698, 697, 696, 695, 9]))
    expect(drawn).toEqual(['mot699', 'mot698', 'mot697', 'mot696', 'mot695'])
    expect(drawPassphrase(words, source([0, 0, 0, 0, 0, 9])).digit).toBe(9)
  })

  test('is written as sites ask for: a capital, a sign, a digit', () => {
    expect(written({ words: ['lune', 'tapis'], digit: 7 })).toBe('Lune-Tapis-7')
    expect(written({ words: ['їжак', 'قمر'], digit: 0 })).toBe('Їжак-قمر-0')
  })
})
