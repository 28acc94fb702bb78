/** A fault at every step of start, session and end, one after the other, until none is left: what real guardians do in `tests/crash`, by the thousand. */
import { beforeEach, expect, test, vi } from 'vitest'
import '../../doubles/silent-log.ts'
import { type Place, places } from '../../../app/wipe/verdict.ts'
import { readFaults } from '../../../main/guardian/faults.ts'
import type { WipePlace } from '../../../main/guardian/wipe/place.ts'
import { startPost, type TestPost } from '../../doubles/post.ts'
import { type Disk, freshDisk } from '../../doubles/records.ts'
import { settled } from '../../doubles/scheduler.ts'
import { visit } from '../../doubles/visit.ts'

/** A machine with something of a person in each place that nobody has wiped. */
type Machine = { disk: Disk; soiled: Set<Place>; shown: number; openTooEarly: number }

/** As a power cut in mid-session leaves it: session 7 was on screen, none was counted. */
const leftOpen = (): Machine => ({
  disk: { ...freshDisk(), journal: { is: 'open', sequence: 7, visit } },
  soiled: new Set(places),
  shown: 1,
  openTooEarly: 0,
})

const secondsOfAnyStep = 61
type Lived = { completed: boolean; post: TestPost; struck: () => boolean }

/** One start of the guardian and one session, as far as it comes. @param mends staff try again when the post rests */
async function live(machine: Machine, how: string | null, at: number, mends = false): Promise<Lived> {
  let dead = false
  const { disk, soiled } = machine
  const env = how === null ? {} : { ESTRAN_FAULT: `any:${how}`, ESTRAN_FAULT_AT: String(at) }
  vi.spyOn(process, 'exit').mockImplementation((() => {
    dead = true
    // A process that has ended does no more.
    return new Promise(() => {})
  }) as never)
  const post = await startPost({
    disk,
    faults: readFaults(env, () => {
      dead = true
    }),
    placeOf: (place): WipePlace => ({
      place,
      wipe: async () => void soiled.delete(place),
      readBack: async (trouble) =>
        soiled.has(place)
          ? { is: 'present', place, what: 'a canary', where: place, why: trouble ?? 'left' }
          : { is: 'absent', place },
    }),
  })
  post.manners.next = {
    onHearing: ({ type }) => {
      if (type !== 'open') return
      machine.openTooEarly += soiled.size
      machine.shown += 1
      for (const place of places) soiled.add(place)
    },
  }
  const pass = async () => {
    // What hangs is given up in time.
    if (how === 'hang')
      for (let step = 0; step < 2 * places.length; step += 1) await post.scheduler.advance(secondsOfAnyStep)
    await settled()
    if (post.at() === 'welcome') machine.openTooEarly += soiled.size
  }
  const mend = async () => {
    if (!mends || dead || post.at() !== 'outOfService') return
    post.post.dispatch({ type: 'retryAsked' })
    await pass()
  }
  await pass()
  await mend()
  if (!dead && post.at() === 'welcome') {
    await post.begin()
    await pass()
    await post.end()
    await pass()
    await mend()
    if (post.at() === 'receipt') post.post.dispatch({ type: 'receiptRead' })
  }
  post.post.dispatch({ type: 'quitAsked', cause: 'shutdown' })
  await pass()
  return { post, completed: post.told.includes('exit') && !dead, struck: () => dead }
}

/** Power is there again, and no fault: one session more. */
async function proveNextStart(machine: Machine, what: string): Promise<void> {
  const { post, completed } = await live(machine, null, 0)
  expect(completed, what).toBe(true)
  expect(post.states.map((state) => state.at).slice(0, 2), what).toEqual(['recovering', 'welcome'])
  expect(machine.openTooEarly, what).toBe(0)
  expect(machine.soiled, what).toEqual(new Set())
  expect(machine.disk.journal.is, what).toBe('closed')
}

const counted = ({ disk }: Machine) =>
  Object.entries(disk.tally.counts).reduce((sum, [key, n]) => (key.includes('/session/') ? sum + n : sum), 0)

beforeEach(() => {
  vi.restoreAllMocks()
})

/** More than there are: a fault that comes too late changes nothing. */
const mostSteps = 80

test('killed at any step, and at any step of the start that follows: wiped before anybody is welcomed, counted once', async () => {
  let first = 1
  for (; first < mostSteps; first += 1) {
    for (let second = 1; second < mostSteps; second += 1) {
      const what = `killed at ${first}, then at ${second}`
      const machine = leftOpen()
      if ((await live(machine, 'kill', first)).completed) {
        expect(first).toBeGreaterThan(4 * places.length)
        return
      }
      const again = await live(machine, 'kill', second)
      await proveNextStart(machine, what)
      // Of a session in the journal whose visitor was about to be shown, nobody can say that it was not.
      expect(counted(machine), what).toBeGreaterThanOrEqual(machine.shown)
      expect(counted(machine), what).toBeLessThanOrEqual(machine.shown + 2)
      if (again.post.states.some((state) => state.at === 'welcome')) break
    }
  }
  expect.unreachable('the steps do not end')
})

test.each(['fail-once', 'fail', 'hang'])(
  'a step that does %s: nobody is welcomed before all is wiped, nothing is counted twice',
  async (how) => {
    for (let at = 1; at < mostSteps; at += 1) {
      const what = `${how} at ${at}`
      const machine = leftOpen()
      const { post, struck } = await live(machine, how, at, how === 'fail-once')
      expect(machine.openTooEarly, what).toBe(0)
      if (how === 'fail-once' && !struck())
        expect(
          post.states.map((state) => state.at),
          what,
        ).toContain('welcome')
      await proveNextStart(machine, what)
      expect(counted(machine), what).toBeGreaterThanOrEqual(machine.shown)
      expect(counted(machine), what).toBeLessThanOrEqual(machine.shown + 1)
    }
  },
)
