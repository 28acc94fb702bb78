import { describe, expect, test } from 'vitest'
import { places } from '../../../app/wipe/verdict.ts'
import '../../doubles/silent-log.ts'
import { startPost, type TestPost } from '../../doubles/post.ts'
import { freshDisk } from '../../doubles/records.ts'
import { settled } from '../../doubles/scheduler.ts'
import { visit } from '../../doubles/visit.ts'

const stuck = { wipe: 'throw', readBack: 'present' } as const
const sound = { wipe: 'ok', readBack: 'absent' } as const

async function retry(post: TestPost): Promise<void> {
  post.post.dispatch({ type: 'retryAsked' })
  await settled()
}

const counted = ({ disk }: TestPost) =>
  Object.keys(disk.tally.counts).filter((key) => key.includes('/session/'))

describe('an end that is not clean', () => {
  test('closes the post, counts nothing and leaves the journal open', async () => {
    const post = await startPost()
    await post.begin()
    post.behaviours.sessionRoot = stuck
    await post.end('idle')
    expect(post.post.state()).toMatchObject({
      at: 'outOfService',
      reason: { because: 'wipe', verdict: { clean: false } },
    })
    expect(post.disk.journal).toMatchObject({ is: 'open', sequence: 1 })
    expect(counted(post)).toEqual([])
  })

  test('is settled once, with its true cause and téléservices, when a retry is clean', async () => {
    const post = await startPost()
    await post.begin()
    post.visitor().says({ type: 'serviceVisited', service: 'allocations' })
    post.behaviours.sessionRoot = stuck
    await post.end('idle')
    await retry(post)
    expect(post.at()).toBe('outOfService')
    expect(counted(post)).toEqual([])
    post.behaviours.sessionRoot = sound
    await retry(post)
    expect(post.at()).toBe('welcome')
    expect(post.disk.journal).toEqual({ is: 'closed', sequence: 1 })
    expect(post.disk.tally.counts).toEqual({
      '2026-11-20/am/session/help=alone/end=idle': 1,
      '2026-11-20/am/language/fr': 1,
      '2026-11-20/am/charter/2026-1': 1,
      '2026-11-20/am/verdict/cleanLater': 1,
      '2026-11-20/am/service/family': 1,
    })
  })

  test('lets nobody in, whatever is asked for', async () => {
    const post = await startPost()
    await post.begin()
    post.behaviours.clipboard = stuck
    await post.end()
    await post.begin()
    post.post.dispatch({ type: 'receiptRead' })
    post.post.dispatch({ type: 'leftBeforeStart' })
    expect(post.at()).toBe('outOfService')
    expect(post.spare.taken).toHaveLength(1)
  })
})

describe('a start', () => {
  test.each([
    ['a session was under way', { is: 'open', sequence: 7, visit }],
    ['nothing is known', { is: 'unknown' }],
    ['all was in order', { is: 'closed', sequence: 7 }],
  ] as const)('wipes and reads back before anything else when %s', async (_what, journal) => {
    const disk = { ...freshDisk(), journal }
    const post = await startPost({ disk })
    expect(post.told.slice(0, 1 + 2 * places.length)).toEqual([
      'discard spare',
      ...places.map((place) => `wipe ${place}`),
      ...places.map((place) => `readBack ${place}`),
    ])
    expect(post.states.map(({ at }) => at)).toEqual(['recovering', 'welcome'])
    expect(disk.journal.is).toBe('closed')
    expect(counted(post)).toEqual(journal.is === 'open' ? ['2026-11-20/am/session/help=alone/end=crash'] : [])
  })

  test('welcomes nobody while something is left', async () => {
    const disk = { ...freshDisk(), journal: { is: 'open' as const, sequence: 7, visit } }
    const post = await startPost({ disk, behaviours: { processes: { wipe: 'ok', readBack: 'throw' } } })
    await post.begin()
    expect(post.states.map(({ at }) => at)).toEqual(['recovering', 'outOfService'])
    expect(disk.journal.is).toBe('open')
    post.behaviours.processes = sound
    await retry(post)
    expect(post.at()).toBe('welcome')
    expect(counted(post)).toEqual(['2026-11-20/am/session/help=alone/end=crash'])
  })

  test('goes on numbering where journal or counts had come to', async () => {
    const disk = { ...freshDisk(), tally: { countedThrough: 41, counts: {} } }
    const post = await startPost({ disk })
    await post.begin()
    expect(post.disk.journal).toMatchObject({ is: 'open', sequence: 42 })
  })

  test('does not count again what was counted before the journal entry could be closed', async () => {
    let failing = false
    const first = await startPost({
      around: (moment, write) => {
        if (failing && moment === 'before' && write === 'close') throw new Error('disk full')
      },
    })
    await first.begin()
    failing = true
    await first.end()
    expect(first.disk).toMatchObject({ journal: { is: 'open', sequence: 1 }, tally: { countedThrough: 1 } })
    const second = await startPost({ disk: first.disk })
    expect(second.disk.journal).toEqual({ is: 'closed', sequence: 1 })
    expect(counted(second)).toEqual(['2026-11-20/am/session/help=alone/end=person'])
  })
})

describe('a post asked to stop', () => {
  test('in a session wipes, settles, and then ends', async () => {
    const post = await startPost()
    await post.begin()
    post.post.dispatch({ type: 'quitAsked', cause: 'shutdown' })
    await settled()
    expect(post.at()).toBe('stopped')
    expect(post.told.slice(-5)).toEqual(['count', 'receipt', 'close', 'discard spare', 'exit'])
    expect(counted(post)).toEqual(['2026-11-20/am/session/help=alone/end=shutdown'])
  })

  test('ends with its journal open when the wipe is not clean', async () => {
    const post = await startPost()
    await post.begin()
    post.behaviours.sessionRoot = stuck
    post.post.dispatch({ type: 'quitAsked', cause: 'shutdown' })
    await settled()
    expect(post.told.slice(-2)).toEqual(['discard spare', 'exit'])
    expect(post.disk.journal.is).toBe('open')
  })

  test('by staff to rest wipes first, and opens again after a clean retry', async () => {
    const post = await startPost()
    await post.begin()
    post.post.dispatch({ type: 'restAsked' })
    await settled()
    expect(post.post.state()).toEqual({ at: 'outOfService', reason: { because: 'staff' } })
    expect(counted(post)).toEqual(['2026-11-20/am/session/help=alone/end=staff'])
    await retry(post)
    expect(post.at()).toBe('welcome')
    expect(post.disk.tally.countedThrough).toBe(1)
  })
})
