import { describe, expect, test } from 'vitest'
import { start } from '../../../app/session/machine.ts'
import { endCauses } from '../../../app/session/visit.ts'
import { places } from '../../../app/wipe/verdict.ts'
import '../../doubles/silent-log.ts'
import { startPost, type TestPost } from '../../doubles/post.ts'
import { settled } from '../../doubles/scheduler.ts'

const sessionsCounted = ({ disk }: TestPost) =>
  Object.entries(disk.tally.counts).filter(([key]) => key.includes('/session/'))
const wipes = ({ told }: TestPost) => told.filter((one) => one === 'wipe sessionRoot').length

describe('a session on a post', () => {
  test('goes from the wipe at the start to the receipt, and is counted', async () => {
    const post = await startPost()
    expect(post.told).toContain('readBack sessionRoot')
    expect(post.at()).toBe('welcome')
    await post.begin()
    expect(post.at()).toBe('active')
    post.visitor().says({ type: 'serviceVisited', service: 'allocations' })
    post.visitor().says({ type: 'documents', count: 2 })
    await post.end()
    expect(post.post.state()).toMatchObject({
      at: 'receipt',
      receipt: {
        cause: 'person',
        documentsWiped: 2,
        logOuts: [{ service: 'allocations', outcome: 'confirmed' }],
        verdict: { clean: true },
      },
    })
    expect(post.disk.tally).toEqual({
      countedThrough: 1,
      counts: {
        '2026-11-20/am/session/help=alone/end=person': 1,
        '2026-11-20/am/language/fr': 1,
        '2026-11-20/am/charter/2026-1': 1,
        '2026-11-20/am/verdict/clean': 1,
        '2026-11-20/am/service/family': 1,
      },
    })
    expect(post.disk.journal).toEqual({ is: 'closed', sequence: 1 })
    expect(post.states.map(({ at }) => at)).toEqual([
      ...['recovering', 'welcome', 'choosing', 'charter', 'opening', 'active', 'ending', 'receipt'],
    ])
  })

  test('is in the journal before the visitor hears of the person', async () => {
    const heard: string[] = []
    const post = await startPost()
    post.manners.next = {
      onHearing: ({ type }) => heard.push(`${type} with the journal ${post.disk.journal.is}`),
    }
    await post.begin()
    expect(heard).toEqual(['open with the journal open'])
  })

  test('is not begun when the journal cannot be written', async () => {
    const post = await startPost({
      around: (moment, write) => {
        if (moment === 'before' && write === 'open') throw new Error('disk full')
      },
    })
    await post.begin()
    expect(post.spare.taken).toEqual([])
    expect(post.post.state()).toEqual({
      at: 'outOfService',
      reason: { because: 'records', problem: 'disk full' },
    })
  })

  test.each(endCauses)(
    'ended by %s is covered, closed on the servers, killed and wiped, in this order',
    async (cause) => {
      const post = await startPost()
      await post.begin()
      const visitor = post.visitor()
      visitor.says({ type: 'serviceVisited', service: 'allocations' })
      const before = post.told.length
      await post.end(cause)
      expect(visitor.heard.map(({ type }) => type)).toEqual(['open', 'cover', 'logOut'])
      expect(visitor.gone).toBe(true)
      expect(post.told.slice(before)).toEqual([
        ...['end scans', 'cancel scan'],
        ...places.map((place) => `wipe ${place}`),
        ...places.map((place) => `readBack ${place}`),
        ...['count', 'receipt', 'close'],
      ])
      expect(post.at()).toBe('receipt')
    },
  )

  test('ends once, by the first cause', async () => {
    const post = await startPost()
    await post.begin()
    const before = wipes(post)
    post.post.dispatch({ type: 'endDue', cause: 'idle' })
    await post.end('person')
    post.visitor().crashes()
    await settled()
    expect(wipes(post) - before).toBe(1)
    expect(sessionsCounted(post)).toEqual([['2026-11-20/am/session/help=alone/end=idle', 1]])
  })

  test('leaves nothing to the next one', async () => {
    const post = await startPost()
    await post.begin()
    post.visitor().says({ type: 'serviceVisited', service: 'travail' })
    post.visitor().says({ type: 'documents', count: 3 })
    await post.end()
    post.post.dispatch({ type: 'receiptRead' })
    await post.begin()
    await post.end()
    expect(post.post.state()).toMatchObject({ receipt: { logOuts: [], documentsWiped: 0 } })
    expect(post.disk.tally.counts).toMatchObject({ '2026-11-20/am/service/work': 1 })
    expect(post.disk.tally.countedThrough).toBe(2)
  })
})

describe('a visitor', () => {
  test('that crashes ends the session, which is explained and counted', async () => {
    const post = await startPost()
    await post.begin()
    post.visitor().crashes()
    await settled()
    expect(post.post.state()).toMatchObject({ at: 'receipt', receipt: { cause: 'crash' } })
    expect(sessionsCounted(post)).toEqual([['2026-11-20/am/session/help=alone/end=crash', 1]])
  })

  test('that never answers the log-out holds the wipe up for its time and half a second, not longer', async () => {
    const post = await startPost()
    post.manners.next = { logsOut: false }
    await post.begin()
    post.visitor().says({ type: 'serviceVisited', service: 'allocations' })
    const before = wipes(post)
    await post.end()
    await post.scheduler.advance(8.4)
    expect(wipes(post) - before).toBe(0)
    await post.scheduler.advance(0.1)
    expect(wipes(post) - before).toBe(1)
    expect(post.post.state()).toMatchObject({
      at: 'receipt',
      receipt: { logOuts: [{ service: 'allocations', outcome: 'unavailable' }] },
    })
  })

  test('that has visited nothing is not asked to log out', async () => {
    const post = await startPost()
    post.manners.next = { logsOut: false }
    await post.begin()
    await post.end()
    expect(post.at()).toBe('receipt')
  })

  test('that dies while it logs out does not keep the wipe waiting', async () => {
    const post = await startPost()
    post.manners.next = { logsOut: false }
    await post.begin()
    post.visitor().says({ type: 'serviceVisited', service: 'allocations' })
    await post.end()
    post.visitor().crashes()
    await settled()
    expect(post.at()).toBe('receipt')
  })

  test('cannot name téléservices that are not in the catalogue, nor report those it has not visited', async () => {
    const post = await startPost()
    post.manners.next = { logsOut: false }
    await post.begin()
    post.visitor().says({ type: 'serviceVisited', service: 'made-up' })
    post.visitor().says({ type: 'serviceVisited', service: 'travail' })
    await post.end()
    const lies = ['travail', 'allocations'].map((service) => ({ service, outcome: 'confirmed' as const }))
    post.visitor().says({ type: 'loggedOut', reports: lies })
    await settled()
    expect(post.post.state()).toMatchObject({
      receipt: { logOuts: [{ service: 'travail', outcome: 'confirmed' }] },
    })
    expect(Object.keys(post.disk.tally.counts).filter((key) => key.includes('/service/'))).toEqual([
      '2026-11-20/am/service/work',
    ])
  })

  test.each([
    ['cannot be started', null],
    ['does not appear', { shows: false }],
  ])('that %s leads to a wipe and an explanation', async (_what, manners) => {
    const post = await startPost()
    post.manners.next = manners
    await post.begin()
    await post.scheduler.advance(15)
    expect(post.post.state()).toMatchObject({ at: 'receipt', receipt: { cause: 'crash' } })
    expect(post.disk.journal).toEqual({ is: 'closed', sequence: 1 })
  })

  test('can ask for the end and for staff, and do neither itself', async () => {
    const post = await startPost()
    await post.begin()
    post.visitor().says({ type: 'endAsked' })
    post.visitor().says({ type: 'staffAsked' })
    expect(post.post.state()).toMatchObject({ at: 'active', notice: 'end' })
    expect(post.told).toContain('staff asked')
  })
})

describe('the scanner of a post', () => {
  test('scans for the visitor that asks, until the session ends', async () => {
    const post = await startPost()
    await post.begin()
    expect(post.told).toContain('begin scans')
    post.visitor().says({ type: 'scanAsked' })
    post.visitor().says({ type: 'scanCancelled' })
    expect(post.told.slice(-2)).toEqual(['scan', 'cancel scan'])
    post.manners.next = {}
    post.visitor().says({ type: 'serviceVisited', service: 'travail' })
    post.behaviours.sessionRoot = { wipe: 'hang', readBack: 'absent' }
    const before = post.told.length
    await post.end()
    expect(post.at()).toBe('ending')
    post.visitor().says({ type: 'scanAsked' })
    expect(post.told.slice(before)).not.toContain('scan')
  })
})

describe('a post whose policy cannot be followed', () => {
  test('stays closed, and no visitor is taken', async () => {
    const post = await startPost({ first: start(['policy.json: languages is []: must be 1 or more.']) })
    await post.begin()
    post.post.dispatch({ type: 'retryAsked' })
    await settled()
    expect(post.post.state()).toMatchObject({ at: 'outOfService', reason: { because: 'policy' } })
    expect(post.told).not.toContain('open')
    expect(post.spare.taken).toEqual([])
  })
})
