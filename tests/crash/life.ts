import { existsSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { newToken } from '../canaries/token.ts'
import { journalState, sessionRoots } from '../e2e/left-behind.ts'
import { staffPin } from '../e2e/policy.ts'
import type { Place } from '../e2e/post.ts'
import { findCanary, sessionsCounted, writableFolders } from './left.ts'
import type { LeftOpen } from './left-open.ts'
import { type At, type Run, startRun } from './run.ts'
import { begin, end, plant, type Service } from './visit.ts'

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

export type Ground = { place: Place; service: Service; left: LeftOpen }

const openToPeople: readonly At[] = ['welcome', 'choosing', 'charter', 'opening', 'active']

/**
 * Start, session, end and stop, as far as the guardian comes with this fault.
 * @param mends what staff do when the post rests: once, « try again ». Done at the start, nobody comes afterwards.
 */
export async function live(
  { place, service, left }: Ground,
  env: Record<string, string>,
  mends = false,
): Promise<Life> {
  const life = { shown: 0, tokens: [left.token], found: left.found, openTooEarly: 0 }
  const run = await startRun(place, env, (at) => {
    if (openToPeople.includes(at) && left.roots.some((root) => existsSync(root))) life.openTooEarly += 1
  })
  const mendIf = async (at: At) => {
    if (at === 'outOfService' && mends) await retry(run)
  }

  const first = await run.until('welcome', 'outOfService')
  await mendIf(first)
  if (first === 'welcome') {
    if ((await begin(run)) === 'active') {
      life.shown += 1
      const token = newToken()
      life.tokens.push(token)
      life.found += await plant(place, service, token)
    }
    await mendIf(await end(run))
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

/** What became of all that was left. */
export type Proof = {
  seen: readonly At[]
  told: readonly string[]
  rootsLeft: number
  canariesLeft: number
  counted: number
}

/** Looks at everything once a life has come to its end in good order. */
export async function proveEnd(place: Place, { seen, told, tokens }: Life): Promise<Proof> {
  const rootsLeft = sessionRoots(place.stateFolder).length
  return { seen, told, rootsLeft, ...(await traces(place, tokens)) }
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
  for (let look = 0; look < 100 && (await journalState(place.stateFolder)) !== 'closed'; look += 1)
    await pause(20)
  await run.cutPower()
  return { seen, told, rootsLeft, ...(await traces(place, tokens)) }
}

async function traces(
  place: Place,
  tokens: readonly string[],
): Promise<Pick<Proof, 'canariesLeft' | 'counted'>> {
  let canariesLeft = 0
  for (const token of tokens) canariesLeft += (await findCanary(writableFolders(place), token)).length
  return { canariesLeft, counted: await sessionsCounted(place) }
}
