import { judge, type PlaceOutcome, type Verdict } from '../../../app/wipe/verdict.ts'
import { type Scheduler, within } from '../../lib/scheduler.ts'
import type { WipePlace } from './place.ts'

/** Time one place has to be wiped, and again to be read back. */
const secondsPerPlace = 30

/** Told as the wipe goes on, for the page the person sees. */
export type WipeProgress = (phase: 'wipe' | 'readBack') => void

/**
 * A wipe that can be asked for by anyone, any number of times: it runs once, and all get the same verdict.
 * Every place is attempted whatever became of the others; then every place is read back.
 * @param places the processes, which could still write, come first
 */
export function onceWiped(
  places: readonly WipePlace[],
  scheduler: Scheduler,
  progress: WipeProgress = () => {},
): () => Promise<Verdict> {
  let running: Promise<Verdict> | undefined
  return () => {
    running ??= wipeAndReadBack(places, scheduler, progress)
    return running
  }
}

async function wipeAndReadBack(
  places: readonly WipePlace[],
  scheduler: Scheduler,
  progress: WipeProgress,
): Promise<Verdict> {
  progress('wipe')
  // Writers are stopped before what they write is removed; the rest has nothing to wait for.
  const [writers, ...others] = places
  const stopped = writers === undefined ? [] : [await attempt(writers, scheduler)]
  const removed = await Promise.all(others.map((place) => attempt(place, scheduler)))
  const troubles = [...stopped, ...removed]
  progress('readBack')
  return readPlacesBack(places, scheduler, troubles)
}

/**
 * Reads every place back, wiping nothing.
 * @param troubles why wiping each has failed, where it has
 */
export async function readPlacesBack(
  places: readonly WipePlace[],
  scheduler: Scheduler,
  troubles: readonly (string | null)[] = [],
): Promise<Verdict> {
  return judge(
    await Promise.all(places.map((place, index) => readBack(place, troubles[index] ?? null, scheduler))),
  )
}

async function attempt(place: WipePlace, scheduler: Scheduler): Promise<string | null> {
  try {
    const done = await within(scheduler, secondsPerPlace, place.wipe())
    return done.inTime ? null : `not done within ${secondsPerPlace} s`
  } catch (error) {
    return reasonOf(error)
  }
}

async function readBack(
  place: WipePlace,
  trouble: string | null,
  scheduler: Scheduler,
): Promise<PlaceOutcome> {
  const unverifiable = (why: string): PlaceOutcome => ({
    is: 'unverifiable',
    place: place.place,
    where: place.place,
    why: trouble === null ? why : `${why}; ${trouble}`,
  })
  try {
    const read = await within(scheduler, secondsPerPlace, place.readBack(trouble))
    return read.inTime ? read.value : unverifiable(`not read back within ${secondsPerPlace} s`)
  } catch (error) {
    return unverifiable(reasonOf(error))
  }
}

/** An error's code where it has one: its message could hold a file's name. */
function reasonOf(error: unknown): string {
  if (error instanceof Error && 'code' in error) return String(error.code)
  return error instanceof Error ? error.message : 'unknown error'
}
