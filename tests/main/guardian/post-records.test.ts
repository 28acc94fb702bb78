import { describe, expect, test } from 'vitest'
import '../../doubles/silent-log.ts'
import { startPost, type TestPost } from '../../doubles/post.ts'
import type { Write } from '../../doubles/records.ts'
import { settled } from '../../doubles/scheduler.ts'

const stuck = { wipe: 'throw', readBack: 'present' } as const

const counted = ({ disk }: TestPost) =>
  Object.entries(disk.tally.counts)
    .filter(([key]) => key.includes('/session/'))
    .reduce((sum, [, n]) => sum + n, 0)
const receipts = ({ disk }: TestPost) =>
  disk.receipts.map(({ event, sequence, verdict }) => `${event} of ${sequence}: ${verdict}`)

async function ask(post: TestPost, type: 'retryAsked' | 'checkByHandAsked' | 'receiptRead'): Promise<void> {
  post.post.dispatch({ type })
  await settled()
}

/** A post on a disk that refuses these writes while `bad.disk` says so. */
async function postOn(refused: readonly Write[]) {
  const bad = { disk: false }
  const post = await startPost({
    around: (moment, write) => {
      if (bad.disk && moment === 'before' && refused.includes(write)) {
        throw Object.assign(new Error('journal.json: the disk fails.'), { code: 'EIO' })
      }
    },
  })
  return { bad, post }
}

describe('the receipt log of a post', () => {
  test('has one line for a session, and none for a start without one', async () => {
    const post = await startPost()
    expect(receipts(post)).toEqual([])
    await post.begin()
    post.visitor().says({ type: 'serviceVisited', service: 'allocations' })
    await post.end('idle')
    expect(post.disk.receipts).toEqual([
      {
        event: 'end',
        day: '2026-11-20',
        sequence: 1,
        cause: 'idle',
        places: expect.objectContaining({ processes: 'absent', sessionRoot: 'absent', clipboard: 'absent' }),
        logOuts: { confirmed: 1, attempted: 0, unavailable: 0 },
        verdict: 'clean',
      },
    ])
  })

  test('tells of an end that was not clean, of the attempts after it, and of a crash', async () => {
    const post = await startPost()
    await post.begin()
    post.behaviours.sessionRoot = stuck
    await post.end()
    await ask(post, 'retryAsked')
    post.behaviours.sessionRoot = { wipe: 'ok', readBack: 'absent' }
    await ask(post, 'retryAsked')
    expect(receipts(post)).toEqual(['end of 1: notClean', 'recovery of 1: notClean', 'recovery of 1: clean'])
    await post.begin()
    const again = await startPost({ disk: post.disk })
    expect(receipts(again).at(-1)).toBe('recovery of 2: clean')
    expect(post.disk.receipts.map(({ cause }) => cause)).toEqual(['person', 'person', 'person', 'crash'])
  })
})

describe('a check by hand', () => {
  test('lets the post go on where root and processes are gone, and is recorded first', async () => {
    const post = await startPost()
    await post.begin()
    post.behaviours.clipboard = stuck
    await post.end('closing')
    await ask(post, 'checkByHandAsked')
    expect(post.at()).toBe('welcome')
    expect(receipts(post)).toEqual(['end of 1: notClean', 'checkedByHand of 1: acceptedByHand'])
    expect(post.disk.tally.counts).toMatchObject({
      '2026-11-20/am/session/help=alone/end=closing': 1,
      '2026-11-20/am/verdict/acceptedByHand': 1,
    })
    expect(post.disk.journal).toEqual({ is: 'closed', sequence: 1 })
    await post.begin()
    expect(post.at()).toBe('active')
  })

  test.each(['processes', 'sessionRoot'] as const)(
    'is refused, and recorded, while %s may be left',
    async (place) => {
      for (const readBack of ['present', 'throw'] as const) {
        const post = await startPost()
        await post.begin()
        post.behaviours[place] = { wipe: 'ok', readBack }
        await post.end()
        await ask(post, 'checkByHandAsked')
        expect(post.post.state()).toMatchObject({
          at: 'outOfService',
          reason: { because: 'wipe', refused: 'left' },
        })
        expect(receipts(post)).toEqual(['end of 1: notClean', 'checkedByHand of 1: notClean'])
        expect(post.disk.journal.is).toBe('open')
        expect(counted(post)).toBe(0)
      }
    },
  )

  test('wipes nothing, and ends the spare, whose processes are no person’s', async () => {
    const post = await startPost()
    await post.begin()
    post.behaviours.clipboard = stuck
    await post.end()
    const before = post.told.length
    await ask(post, 'checkByHandAsked')
    const told = post.told.slice(before)
    expect(told[0]).toBe('discard spare')
    expect(told.filter((one) => one.startsWith('wipe'))).toEqual([])
    expect(told.indexOf('receipt')).toBeLessThan(told.indexOf('count'))
  })

  test('is refused when it cannot be recorded', async () => {
    const { bad, post } = await postOn(['receipt'])
    await post.begin()
    post.behaviours.clipboard = stuck
    await post.end()
    bad.disk = true
    await ask(post, 'checkByHandAsked')
    expect(post.post.state()).toMatchObject({ at: 'outOfService', reason: { refused: 'notRecorded' } })
    bad.disk = false
    await ask(post, 'checkByHandAsked')
    expect(post.at()).toBe('welcome')
  })
})

describe('a disk that fails', () => {
  test('keeps nobody from the wipe; what it refused is counted and proven once it is mended, in order', async () => {
    const { bad, post } = await postOn(['count', 'receipt'])
    bad.disk = true
    for (const cause of ['person', 'idle'] as const) {
      await post.begin()
      await post.end(cause)
      expect(post.post.state()).toMatchObject({ at: 'receipt', receipt: { verdict: { clean: true } } })
      await ask(post, 'receiptRead')
    }
    expect([counted(post), receipts(post)]).toEqual([0, []])
    bad.disk = false
    await post.begin()
    await post.end('time')
    expect(counted(post)).toBe(3)
    expect(receipts(post)).toEqual(['end of 1: clean', 'end of 2: clean', 'end of 3: clean'])
    expect(Object.keys(post.disk.tally.counts).filter((key) => key.includes('end='))).toHaveLength(3)
  })

  test('that does not take the journal entry closes the post, for staff to mend and try again', async () => {
    const { bad, post } = await postOn(['open', 'close'])
    bad.disk = true
    await post.begin()
    expect(post.spare.taken).toEqual([])
    const problem = 'journal.json: the disk fails.'
    expect(post.post.state()).toEqual({ at: 'outOfService', reason: { because: 'records', problem } })
    await ask(post, 'retryAsked')
    expect(post.post.state()).toMatchObject({ reason: { because: 'records' } })
    bad.disk = false
    await ask(post, 'retryAsked')
    expect(post.at()).toBe('welcome')
    await post.begin()
    await post.end()
    expect(counted(post)).toBe(1)
  })

  test('that says it did not take the entry, but did: no session is invented for it after a power cut', async () => {
    const { disk, begin } = await startPost({
      around: (moment, write) => {
        if (moment === 'after' && write === 'open') throw new Error('journal.json: the disk fails.')
      },
    })
    await begin()
    const next = await startPost({ disk })
    expect(next.at()).toBe('welcome')
    expect([counted(next), receipts(next)]).toEqual([0, []])
  })

  test('at the start welcomes nobody, and does not lose the session that crashed', async () => {
    const { bad, post } = await postOn(['open', 'close'])
    await post.begin()
    bad.disk = true
    const refusing = await startPost({
      disk: post.disk,
      around: (_moment, write) => {
        if (bad.disk && write !== 'count') throw new Error('journal.json: the disk is read-only.')
      },
    })
    expect(refusing.post.state()).toMatchObject({ at: 'outOfService', reason: { because: 'records' } })
    expect(counted(refusing)).toBe(0)
    bad.disk = false
    await ask(refusing, 'retryAsked')
    expect(refusing.at()).toBe('welcome')
    expect(refusing.disk.tally.counts).toMatchObject({ '2026-11-20/am/session/help=alone/end=crash': 1 })
  })
})
