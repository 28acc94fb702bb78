import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import '../../doubles/silent-log.ts'
import { type FromVisitor, fromVisitorSchema } from '../../../app/contracts/visitor-link.ts'
import { startPost } from '../../doubles/post.ts'
import { settled } from '../../doubles/scheduler.ts'

const types = fromVisitorSchema.options.map(({ shape }) => shape.type.value)
const keys = new Set(fromVisitorSchema.options.flatMap(({ shape }) => Object.keys(shape)))
/** Heard by the session itself; what sticks and printers are asked is theirs to judge. */
const ofSession: string[] = [
  ...['ready', 'shown', 'activity', 'endAsked', 'staffAsked', 'scanAsked', 'scanCancelled'],
  ...['serviceVisited', 'documents', 'loggedOut'],
]
const value = fc.oneof(
  fc.constantFrom<unknown>(
    'allocations',
    'travail',
    '__proto__',
    '../../etc',
    'x'.repeat(41),
    3,
    -1,
    1e9,
    [],
    null,
  ),
  fc.array(
    fc.record({
      service: fc.constantFrom('allocations', 'travail', 'unknown', 'constructor'),
      outcome: fc.constantFrom('confirmed', 'attempted', 'wiped'),
      name: fc.constant('<b>Caf</b>'),
    }),
    { maxLength: 5 },
  ),
  fc.jsonValue({ maxDepth: 2 }),
)
/** What a visitor may send when it is hostile, of which the contract lets some through. */
const said = fc
  .record({ type: fc.constantFrom(...types), rest: fc.dictionary(fc.constantFrom(...keys), value) })
  .map(({ type, rest }) => fromVisitorSchema.safeParse({ ...rest, type }))
const sayings = fc.array(
  said.filter((reading) => reading.success).map(({ data }) => data as FromVisitor),
  { maxLength: 40 },
)

describe('a hostile visitor', () => {
  test('decides nothing: its person’s end is wiped, proven and counted once, whatever it says and when', async () => {
    const heard = new Set<string>()
    await fc.assert(
      fc.asyncProperty(sayings, sayings, sayings, async (during, whileLeaving, after) => {
        for (const { type } of during) heard.add(type)
        const post = await startPost()
        post.manners.next = {
          logsOut: false,
          onHearing: (message) => {
            if (message.type === 'logOut') for (const one of whileLeaving) post.visitor().says(one)
          },
        }
        await post.begin()
        const visitor = post.visitor()
        for (const one of during) visitor.says(one)
        await settled()
        expect(post.at()).toBe('active')

        await post.end('staff')
        await post.scheduler.advance(30)
        for (const one of after) visitor.says(one)
        await settled()

        const state = post.post.state()
        if (state.at !== 'receipt') throw new Error(`the post is ${state.at}`)
        const { receipt } = state
        expect(receipt.cause).toBe('staff')
        expect(receipt.verdict.clean).toBe(true)
        // Only téléservices of the catalogue, once each, under their own names, and only those it said were visited.
        const visited = during.flatMap((one) => (one.type === 'serviceVisited' ? [one.service] : []))
        const known = ['allocations', 'travail'].filter((id) => visited.includes(id))
        expect(receipt.logOuts.map(({ service }) => service).sort()).toEqual(known)
        for (const { service, name } of receipt.logOuts) expect(name).toBe(service)
        expect(post.told.filter((one) => one === 'readBack sessionRoot').length).toBeGreaterThanOrEqual(2)

        post.post.dispatch({ type: 'receiptRead' })
        await settled()
        const sessions = Object.entries(post.disk.tally.counts).filter(([key]) => key.includes('/session/'))
        expect(sessions.map(([key, count]) => [key.replace(/^.*session/, ''), count])).toEqual([
          ['/help=alone/end=staff', 1],
        ])
        expect(post.disk.journal).toMatchObject({ is: 'closed' })
      }),
      { numRuns: 300 },
    )
    expect([...heard], 'positive control: it said everything there is to say').toEqual(
      expect.arrayContaining(ofSession),
    )
  })
})
