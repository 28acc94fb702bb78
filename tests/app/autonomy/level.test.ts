import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { adviceFor, autonomyLevels, levelOf } from '../../../app/autonomy/level.ts'
import { autonomySchema, skills } from '../../../app/autonomy/task.ts'
import file from '../../../assets/autonomy/tasks.json' with { type: 'json' }

const { tasks } = autonomySchema.parse(file)
const idsOf = (...wanted: string[]) => tasks.filter(({ skill }) => wanted.includes(skill)).map(({ id }) => id)
const level = (ids: readonly string[]) => levelOf(tasks, new Set(ids))

describe('the level', () => {
  test('rises with each skill mastered, in the order of learning', () => {
    expect(level([])).toBe('firstSteps')
    expect(level(idsOf('basics'))).toBe('withHelp')
    expect(level(idsOf('basics', 'steps'))).toBe('nearly')
    expect(level(idsOf(...skills))).toBe('autonomous')
  })

  test('is not changed by one slip in a skill, but by two', () => {
    const basics = idsOf('basics')
    expect(level(basics.slice(1))).toBe('withHelp')
    expect(level(basics.slice(2))).toBe('firstSteps')
  })

  test('says first steps to who knows traps but not the keyboard', () => {
    expect(level(idsOf('safety', 'steps'))).toBe('firstSteps')
  })

  test('is never lowered by a task more', () => {
    const ids = tasks.map(({ id }) => id)
    fc.assert(
      fc.property(fc.subarray(ids), fc.constantFrom(...ids), (done, more) => {
        const rank = (of: readonly string[]) => autonomyLevels.indexOf(level(of))
        expect(rank([...done, more])).toBeGreaterThanOrEqual(rank(done))
      }),
    )
  })

  test('leads somewhere, whatever it is', () => {
    for (const one of autonomyLevels) expect(adviceFor[one].needs.length).toBeGreaterThan(0)
  })
})
