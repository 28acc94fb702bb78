import { describe, expect, test } from 'vitest'
import { autonomySchema, succeeded, type Task } from '../../../app/autonomy/task.ts'

const choice: Task = {
  id: 'month',
  skill: 'steps',
  kind: 'list',
  options: ['may', 'june', 'july'],
  right: 'june',
}
const typing: Task = { id: 'sentence', skill: 'basics', kind: 'type' }

describe('a task', () => {
  test('is done when the right option is chosen', () => {
    expect(succeeded(choice, 'june', '')).toBe(true)
    expect(succeeded(choice, 'may', '')).toBe(false)
  })

  test('is done when the text is copied, capitals, accents, spaces and full stop left aside', () => {
    for (const typed of [
      'Bonjour, je viens lundi.',
      'bonjour,  je viens Lundi',
      ' BONJOUR, JE VIENS LUNDI . ',
    ]) {
      expect(succeeded(typing, typed, 'Bonjour, je viens lundi.'), typed).toBe(true)
    }
    for (const typed of ['Bonjour je viens lundi.', 'Bonjour, je viens', '', '.']) {
      expect(succeeded(typing, typed, 'Bonjour, je viens lundi.'), typed).toBe(false)
    }
    expect(succeeded(typing, 'camille@ lettre.example', 'camille@lettre.example')).toBe(false)
  })

  test('is not done when it was passed', () => {
    expect(succeeded({ id: 'scroll', skill: 'basics', kind: 'scroll' }, null, '')).toBe(false)
    expect(succeeded({ id: 'scroll', skill: 'basics', kind: 'scroll' }, 'found', '')).toBe(true)
    expect(succeeded(typing, null, '')).toBe(false)
  })

  test('must have its right answer among its options, and an id of its own', () => {
    const eight = Array.from({ length: 8 }, (_, index) => ({ ...typing, id: `t${'abcdefgh'[index]}` }))
    expect(autonomySchema.safeParse({ tasks: eight }).success).toBe(true)
    expect(autonomySchema.safeParse({ tasks: [...eight, { ...choice, right: 'winter' }] }).success).toBe(
      false,
    )
    expect(autonomySchema.safeParse({ tasks: [...eight, { ...typing, id: 'ta' }] }).success).toBe(false)
  })
})
