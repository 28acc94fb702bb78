import { existsSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { newToken } from '../canaries/token.ts'
import { sessionRoots } from '../e2e/left-behind.ts'
import { staffPin } from '../e2e/policy.ts'
import type { Place } from '../e2e/post.ts'
import type { Site } from '../sites/site.ts'
import { findCanary, journalState, sessionsCounted, writableFolders } from './left.ts'
import type { LeftOpen } from './left-open.ts'
import { type At, type Run, startRun } from './run.ts'
import { begin, end, plant } from './visit.ts'

/** What was seen of a guardian between its start, on a post that a power cut had left, and its end. */
export type Life = {
  seen: readonly At[]
  /** Where the post rests: what staff read. */
  told: readonly string[]
  steps: readonly string[]
  /** Sessions whose visitor was on screen. */
  shown: number
  /** Canaries that were planted, with that of the session before. */
  tokens: readonly string[]
  /** In how many places they were found. */
  found: number
  /** How often a page was open to people while something of the session before was left. */
  openTooEarly: number
  /** `null` for a guardian that was killed. */
  exitCode: number | null
}

export type Ground = { place: Place; site: Site; left: LeftOpen }

const openToPeople: readonly At[] = ['welcome', 'choosing', 'charter', 'opening', 'active']

/**
 * Start, session, end and stop, as far as the guardian comes with this fault.
 * @param mends what staff do when the post rests: once, « try again »
 */
export async function live(
  { place, site, left }: Ground,
  env: Record<string, string>,
  mends = false,
): Promise<Life> {
  const life = { shown: 0, tokens: [left.token], found: left.found, openTooEarly: 0 }
  const run = await startRun(place, env, (at) => {
    if (openToPeople.includes(at) && left.roots.some((root) => existsSync(root))) life.openTooEarly += 1
  })
  const orMended = async (at: At) => (at === 'outOfService' && mends ? retry(run) : at)

  if ((await orMended(await run.until('welcome', 'outOfService'))) === 'welcome') {
    if ((await begin(run)) === 'active') {
      life.shown += 1
      const token = newToken()
      life.tokens.push(token)
      life.found += await plant(place, site, token)
    }
    await orMended(await end(run))
  }
  const told = run.seen.at(-1) === 'outOfService' ? await whatStaffRead(run) : []
  const exitCode = await run.shutDown()
  return { ...life, seen: run.seen, told, steps: run.steps(), exitCode }
}

/** Staff open their page and have everything wiped and read back again. */
export async function retry(run: Run): Promise<At> {
  await unlock(run)
  await run.call('staff', 'act', 'retry')
  await pause(50)
  return run.until('welcome', 'outOfService')
}

/** Why the post rests, a line for each place or problem. */
export async function whatStaffRead(run: Run): Promise<string[]> {
  await unlock(run)
  const staff = (await run.view())?.staff
  if (staff?.is !== 'open') return []
  const left = staff.places.filter((outcome) => outcome.is !== 'absent')
  return [...staff.problems, ...left.map((outcome) => JSON.stringify(outcome))]
}

async function unlock(run: Run): Promise<void> {
  await run.call('staff', 'open')
  await run.call('staff', 'unlock', staffPin)
}

/** What the next start makes of it. */
export type Proof = {
  seen: readonly At[]
  told: readonly string[]
  rootsLeft: number
  canariesLeft: number
  counted: number
}

/** Starts the post as it is and looks at everything once it welcomes. @param env without a fault, but for an anti-test */
export async function proveNextStart(
  place: Place,
  tokens: readonly string[],
  env: Record<string, string> = {},
): Promise<Proof> {
  const before = sessionRoots(place.stateFolder)
  const run = await startRun(place, env)
  const at = await run.until('welcome', 'outOfService')
  const told = at === 'outOfService' ? await whatStaffRead(run) : at === 'gone' ? [await run.ended()] : []
  const rootsLeft = before.filter((root) => existsSync(root)).length
  const seen = [...run.seen]
  // The session before is settled once people may come: nobody waits for the disk.
  for (let look = 0; look < 100 && (await journalState(place)) !== 'closed'; look += 1) await pause(20)
  await run.cutPower()
  let canariesLeft = 0
  for (const token of tokens) canariesLeft += (await findCanary(writableFolders(place), token)).length
  return { seen, told, rootsLeft, canariesLeft, counted: await sessionsCounted(place) }
}
