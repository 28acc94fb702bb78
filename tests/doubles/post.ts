/** A post with everything but Electron, disk and time: the real machine, duties, attendance and wipe. */
import type { Step } from '../../app/session/machine.ts'
import { type State, start } from '../../app/session/machine.ts'
import type { EndCause } from '../../app/session/visit.ts'
import type { Place } from '../../app/wipe/verdict.ts'
import { keepAttendance } from '../../main/guardian/attendance.ts'
import { type Post, runPost } from '../../main/guardian/post.ts'
import { sessionDuties } from '../../main/guardian/session-duties.ts'
import type { Visitor } from '../../main/guardian/visitors/visitor.ts'
import type { WipePlace } from '../../main/guardian/wipe/place.ts'
import { type Behaviour, fakePlace, wellBehaved } from './place.ts'
import { type AroundWrite, type Disk, freshDisk, recordsOn } from './records.ts'
import { type FakeScheduler, fakeScheduler, settled } from './scheduler.ts'
import { type FakeSpare, fakeSpare } from './spare.ts'
import { limits, serviceAt } from './visit.ts'
import type { FakeVisitor, Manners } from './visitor.ts'

export type PostOptions = {
  disk?: Disk
  around?: AroundWrite
  first?: Step
  behaviours?: Partial<Record<Place, Behaviour>>
}

export type TestPost = {
  post: Post
  disk: Disk
  scheduler: FakeScheduler
  spare: FakeSpare
  /** What each place does; may be changed while the post runs. */
  behaviours: Record<Place, Behaviour>
  /** How the next visitors behave; `null` when none can be started. */
  manners: { next: Manners | null }
  /** Everything that was done, in order. */
  told: string[]
  states: State[]
  at(): State['at']
  /** The visitor of the session under way. */
  visitor(): FakeVisitor
  /** From welcome to the visitor on screen. */
  begin(): Promise<void>
  /** An end is asked, and everything that follows without time passing. */
  end(cause?: EndCause): Promise<void>
}

export async function startPost(options: PostOptions = {}): Promise<TestPost> {
  const { disk = freshDisk(), around = () => {}, first = start() } = options
  const scheduler = fakeScheduler()
  const told: string[] = []
  const states: State[] = []
  const behaviours: Record<Place, Behaviour> = {
    processes: wellBehaved,
    sessionRoot: wellBehaved,
    clipboard: wellBehaved,
    ...options.behaviours,
  }
  const manners: { next: Manners | null } = { next: {} }
  const spare = fakeSpare(told, () => manners.next)
  const records = recordsOn(disk, async (moment, write) => {
    if (moment === 'before') told.push(write)
    await around(moment, write)
  })
  const placesFor = (visitor: Visitor | null): WipePlace[] => [
    killing(fakePlace('processes', behaviours.processes, told), visitor),
    fakePlace('sessionRoot', behaviours.sessionRoot, told),
    fakePlace('clipboard', behaviours.clipboard, told),
  ]

  let post: Post
  const attendance = keepAttendance(
    limits,
    scheduler,
    (event) => post.dispatch(event),
    () => {},
  )
  const duties = sessionDuties({
    closesInSeconds: () => null,
    services: [serviceAt('allocations', ['allocations.localhost']), serviceAt('travail', ['b.fr'], 'work')],
    charterVersion: '2026-1',
    logOutSeconds: 8,
    opening: { structure: 'Médiathèque', quotaBytes: 1000 },
    spare,
    attendance,
    ...records,
    scheduler,
    places: { ofSession: placesFor, ofAnySession: () => placesFor(null) },
    dispatch: (event) => post.dispatch(event),
    onChange: () => {},
    onStaffAsked: () => void told.push('staff asked'),
    exit: () => void told.push('exit'),
  })
  post = runPost(first, duties, (state) => states.push(state))
  await settled()

  const visitor = () => {
    const current = spare.taken.at(-1)
    if (current === undefined) throw new Error('no visitor was taken')
    return current
  }
  return {
    post,
    disk,
    scheduler,
    spare,
    behaviours,
    manners,
    told,
    states,
    at: () => post.state().at,
    visitor,
    begin: async () => {
      post.dispatch({ type: 'languageChosen', language: 'fr' })
      post.dispatch({ type: 'helpChosen', help: 'alone' })
      post.dispatch({ type: 'charterAccepted' })
      await settled()
    },
    end: async (cause = 'person') => {
      post.dispatch({ type: 'endDue', cause })
      await settled()
    },
  }
}

function killing(place: WipePlace, visitor: Visitor | null): WipePlace {
  return {
    ...place,
    wipe: async () => {
      await visitor?.kill()
      await place.wipe()
    },
  }
}
