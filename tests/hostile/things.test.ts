import { describe, expect, test } from 'vitest'
import { expectWiped } from './expect-wiped.ts'
import { placeNames, removals, wrongRemovers } from './removers.ts'
import { rowOf } from './table.ts'
import { things } from './things.ts'
import { trial } from './trial.ts'

const isRoot = process.getuid?.() === 0
const here = things.filter((thing) => isRoot || !thing.onlyRoot)

describe.each(placeNames)('in a %s', (place) => {
  test.for(here)('$row: wiped, and nothing outside lost', async (thing, { task }) => {
    const result = await trial(thing, place, removals[place])
    task.meta.row = rowOf(thing, place, result)
    expectWiped(thing, result)
  })

  test.for(things.filter((thing) => !here.includes(thing)))('$row', (_thing, { task, skip }) => {
    task.meta.notHere = 'only root can plant it'
    skip()
  })
})

describe('with a remover that is wrong', () => {
  // Root enters what is locked: there the wrong remover is right.
  const tempting = here.filter((thing) => !(isRoot && thing.wrong === 'rm'))
  test.for(tempting)('$row: something is left, or lost outside ($wrong)', async (thing) => {
    const { before, after, outsideLost } = await trial(
      thing,
      'session root',
      wrongRemovers[thing.wrong],
      '/dev/shm',
    )
    expect(before).toBeGreaterThan(0)
    expect(after + outsideLost).toBeGreaterThan(0)
  })
})
