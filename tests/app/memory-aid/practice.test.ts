import { describe, expect, test } from 'vitest'
import { isLearnt, newPractice, tried } from '../../../app/memory-aid/practice.ts'

const passphrase = { words: ['lune', 'tapis', 'renard'], digit: 7 }
const tries = (...typed: string[]) =>
  typed.reduce((practice, text) => tried(practice, passphrase, text), newPractice)

describe('practice', () => {
  test('is over once the passphrase was typed right twice in a row', () => {
    expect(isLearnt(newPractice)).toBe(false)
    expect(isLearnt(tries('Lune-Tapis-Renard-7'))).toBe(false)
    expect(isLearnt(tries('Lune-Tapis-Renard-7', ' Lune-Tapis-Renard-7 '))).toBe(true)
    expect(isLearnt(tries('Lune-Tapis-Renard-7', 'Lune-Tapis-Renard-8', 'Lune-Tapis-Renard-7'))).toBe(false)
  })

  test.each([
    ['Lune-Tapi-Renard-7', 1],
    ['lune-Tapis-Renard-7', 0],
    ['Lune-Tapis-Renard', 3],
    ['Lune-Tapis-Renard-7-7', 3],
    ['Lune Tapis Renard 7', 0],
    ['', 0],
  ])('says where to look again: %s', (typed, wrongPart) => {
    expect(tries(typed)).toEqual({ rightInARow: 0, wrongPart })
  })
})
