import { describe, expect, test } from 'vitest'
import '../../../doubles/silent-log.ts'
import { keepSpare } from '../../../../main/guardian/visitors/spare.ts'
import type { Visitor } from '../../../../main/guardian/visitors/visitor.ts'
import { fakeScheduler, settled } from '../../../doubles/scheduler.ts'
import { type FakeVisitor, fakeVisitor } from '../../../doubles/visitor.ts'

/** @param start what becomes of the visitors started, in order; ready when nothing is said */
function spareWith(start: ('ready' | 'silent' | 'gone' | 'failing')[] = []) {
  const scheduler = fakeScheduler()
  const started: FakeVisitor[] = []
  const dropped: Visitor[] = []
  const spare = keepSpare(
    async () => {
      const fate = start[started.length] ?? 'ready'
      const visitor = fakeVisitor(`/roots/${started.length}`)
      started.push(visitor)
      if (fate === 'failing') throw new Error('no display')
      setImmediate(() => {
        if (fate === 'ready') visitor.says({ type: 'ready' })
        if (fate === 'gone') visitor.crashes()
      })
      return visitor
    },
    async (visitor) => void dropped.push(visitor),
    scheduler,
  )
  return { scheduler, spare, started, dropped }
}

describe('the spare', () => {
  test('is the next person’s visitor, started once', async () => {
    const { spare, started } = spareWith()
    spare.prepare()
    spare.prepare()
    await settled()
    expect(await spare.take()).toBe(started[0])
    expect(started).toHaveLength(1)
  })

  test('is never given to two persons', async () => {
    const { spare, started } = spareWith()
    spare.prepare()
    expect(await Promise.all([spare.take(), spare.take()])).toEqual([started[0], started[1]])
  })

  test('that died while it waited is dropped, and another one started', async () => {
    const { spare, started, dropped } = spareWith()
    spare.prepare()
    await settled()
    started[0]?.crashes()
    expect(await spare.take()).toBe(started[1])
    expect(dropped).toEqual([started[0]])
  })

  test.each(['gone', 'failing'] as const)(
    'that is %s while it starts is tried again when it is needed',
    async (fate) => {
      const { spare, started } = spareWith([fate])
      spare.prepare()
      await settled()
      expect(await spare.take()).toBe(started[1])
    },
  )

  test('that is never ready is dropped after its time', async () => {
    const { spare, scheduler, started, dropped } = spareWith(['silent', 'silent'])
    spare.prepare()
    await scheduler.advance(20)
    expect(dropped).toEqual([started[0]])
    const taken = expect(spare.take()).rejects.toThrow('not ready in time')
    await scheduler.advance(20)
    await taken
    expect(dropped).toEqual(started)
  })

  test('is got rid of, ready or still starting, and there may be none', async () => {
    const { spare, started, dropped } = spareWith()
    await spare.discard()
    spare.prepare()
    await spare.discard()
    expect(dropped).toEqual(started)
    expect(await spare.take()).toBe(started[1])
  })
})
