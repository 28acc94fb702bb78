/** A post with everything but Electron, disk and time: the real machine, duties, attendance and wipe. */
import { usualComfort } from '../../app/session/comfort.ts'
import type { Step } from '../../app/session/machine.ts'
import { type State, start } from '../../app/session/machine.ts'
import type { EndCause } from '../../app/session/visit.ts'
import { type Place, places } from '../../app/wipe/verdict.ts'
import { keepAttendance } from '../../main/guardian/attendance.ts'
import { type Faults, noFaults } from '../../main/guardian/faults.ts'
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
  faults?: Faults
  /** A place of another kind than those that behave as they are told. */
  placeOf?: (place: Place) => WipePlace
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
  const { disk = freshDisk(), around = () => {}, first = start(), faults = noFaults } = options
  const scheduler = fakeScheduler()
  const told: string[] = []
  const states: State[] = []
  const behaviours = {
    ...Object.fromEntries(places.map((place) => [place, wellBehaved])),
    ...options.behaviours,
  } as Record<Place, Behaviour>
  const manners: { next: Manners | null } = { next: {} }
  const spare = fakeSpare(told, () => manners.next)
  const records = recordsOn(disk, async (moment, write) => {
    if (moment === 'before') told.push(write)
    await around(moment, write)
  })
  const placesFor = (visitor: Visitor | null): WipePlace[] =>
    places.map((place) => {
      const fake = options.placeOf?.(place) ?? fakePlace(place, behaviours[place], told)
      return faults.at(place, place === 'processes' ? killing(fake, visitor) : fake)
    })

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
    opening: {
      structure: 'Médiathèque',
      colour: null,
      rules: { house: [] },
      languages: ['fr', 'en'],
      aids: [],
      quotaBytes: 1000,
      scanner: false,
      navigation: { mode: 'catalogue', deny: [], privateHosts: [] },
      frameHosts: [],
      cameraAndMicrophoneHosts: [],
      pagesMax: null,
      touchKeyboard: false,
    },
    scans: {
      begin: async () => void told.push('begin scans'),
      end: async () => void told.push('end scans'),
    },
    scanner: { ask: () => void told.push('scan'), cancel: async () => void told.push('cancel scan') },
    aids: [],
    spare: { ...spare, ...faults.at('spare', { take: spare.take, discard: spare.discard }) },
    attendance,
    ...records,
    journal: faults.at('journal', records.journal),
    tally: faults.at('tally', records.tally),
    receipts: faults.at('receipts', records.receipts),
    scheduler,
    places: { ofSession: placesFor, ofAnySession: () => placesFor(null) },
    dispatch: (event) => post.dispatch(event),
    onChange: () => {},
    comfort: () => usualComfort,
    spoken: () => [],
    onPresentationAsked: () => void told.push('presentation asked'),
    onStaffAsked: () => void told.push('staff asked'),
    forgetMemory: () => {},
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
