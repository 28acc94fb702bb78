import { needsAgreement } from '../../app/agreement/agreement.ts'
import type { EndingStep } from '../../app/contracts/guardian-page.ts'
import type { FromVisitor, Opening, Presentation } from '../../app/contracts/visitor-link.ts'
import { completeReports } from '../../app/services/log-out.ts'
import type { Service } from '../../app/services/service.ts'
import type { Comfort } from '../../app/session/comfort.ts'
import type { Event } from '../../app/session/machine.ts'
import type { Language, Visit } from '../../app/session/visit.ts'
import { passableByHand } from '../../app/wipe/verdict.ts'
import { log } from '../lib/log.ts'
import { within } from '../lib/scheduler.ts'
import type { Attendance } from './attendance.ts'
import type { Duties } from './post.ts'
import { type BookParts, keepBooks } from './records/books.ts'
import type { ScanHere } from './scanner/scan-here.ts'
import type { Scans } from './scans/scans.ts'
import type { SessionAid } from './session-aid.ts'
import type { Spare } from './visitors/spare.ts'
import type { Visitor } from './visitors/visitor.ts'
import type { Places } from './wipe/places.ts'
import { onceWiped, readPlacesBack } from './wipe/wipe.ts'

type LoggedOut = Extract<FromVisitor, { type: 'loggedOut' }>

const shownWithinSeconds = 15
/** A drive or a scanner that hangs does not hold up the wipe, which kills what is left. */
const scansStopWithinSeconds = 3

/** What is known of the session under way. Which téléservices and how many documents; never an address. */
export type Session = {
  visitor: Visitor | null
  visited: Map<string, Service>
  documents: number
  step: EndingStep
  /** From when its end was asked. */
  over: boolean
}

export type SessionParts = BookParts & {
  /** Seconds until the structure closes, if it does within a day. */
  closesInSeconds(): number | null
  services: readonly Service[]
  charterVersion: string
  logOutSeconds: number
  opening: Omit<Opening, 'presentation' | 'spoken' | 'help' | 'services' | 'secondsLeft'>
  /** How the person reads best. */
  comfort(): Comfort
  /** Languages that can be read aloud. */
  spoken(): readonly Language[]
  scans: Pick<Scans, 'begin' | 'end'>
  scanner: ScanHere
  aids: readonly SessionAid[]
  spare: Spare
  attendance: Attendance
  places: Pick<Places, 'ofSession' | 'ofAnySession'>
  dispatch(event: Event): void
  onChange(): void
  onStaffAsked(): void
  onPresentationAsked(presentation: Presentation): void
  /** Nothing of the session is needed any more. */
  forgetMemory(): void
  exit(): void
}

/** Carries out what the session machine asks for. */
export function sessionDuties(parts: SessionParts): Duties & { session(): Session } {
  let session = noSession()
  const books = keepBooks(parts)

  // `ready`, `shown` and `loggedOut` are waited for where they are asked for.
  const hear = (message: FromVisitor | { type: 'gone' }): void => {
    if (message.type === 'gone') parts.dispatch({ type: 'endDue', cause: 'crash' })
    if (message.type === 'activity') parts.attendance.noteActivity()
    if (message.type === 'endAsked') parts.dispatch({ type: 'noticeDue', notice: 'end' })
    if (message.type === 'staffAsked') parts.onStaffAsked()
    if (message.type === 'presentationAsked') parts.onPresentationAsked(message.presentation)
    if (message.type === 'scanAsked' && session.visitor !== null && !session.over)
      parts.scanner.ask(session.visitor)
    if (message.type !== 'gone' && session.visitor !== null && !session.over)
      for (const aid of parts.aids) aid.hear(session.visitor, message)
    if (message.type === 'scanCancelled') void parts.scanner.cancel()
    if (message.type === 'documents') session.documents = message.count
    if (message.type === 'serviceVisited') {
      const service = parts.services.find(({ id }) => id === message.service)
      if (service !== undefined) session.visited.set(service.id, service)
    }
  }

  const logOut = async (visitor: Visitor): Promise<LoggedOut['reports']> => {
    const services = [...session.visited.keys()]
    if (services.length === 0 || visitor.gone) return []
    const reported = new Promise<LoggedOut['reports']>((resolve) => {
      visitor.listen((message) => {
        if (message.type === 'loggedOut') resolve(message.reports)
        if (message.type === 'gone') resolve([])
      })
    })
    visitor.send({ type: 'logOut', services, withinSeconds: parts.logOutSeconds })
    // Half a second more than the visitor was given: its report of what it managed must still arrive.
    const answered = await within(parts.scheduler, parts.logOutSeconds + 0.5, reported)
    return answered.inTime ? answered.value : []
  }

  const progress = (step: EndingStep) => {
    session.step = step
    parts.onChange()
  }

  return {
    session: () => session,

    recover: async () => {
      await parts.spare.discard()
      // Before any record is read: a disk that fails must not keep what a person left.
      const verdict = await onceWiped(parts.places.ofAnySession(), parts.scheduler)()
      await books.takeUp()
      await books.prove('recovery', verdict)
      const problem = verdict.clean ? await books.tryJournal() : null
      if (problem !== null) return { type: 'recordsFailed', problem }
      return { type: 'recovered', verdict, interrupted: books.unsettled() }
    },

    checkByHand: async () => {
      // Its processes are nobody's, and would be found.
      await parts.spare.discard()
      const verdict = await readPlacesBack(parts.places.ofAnySession(), parts.scheduler)
      const recorded = await books.recordCheck(verdict)
      const problem = recorded && passableByHand(verdict) ? await books.tryJournal() : null
      if (problem !== null) return { type: 'recordsFailed', problem }
      return { type: 'checkedByHand', verdict, recorded, interrupted: books.unsettled() }
    },

    open: async (visit) => {
      session = noSession()
      // Durable before the visitor may be shown: a crash from here on is found at the next start.
      const problem = await books.open(visit)
      if (problem !== null) return { type: 'recordsFailed', problem }
      try {
        const visitor = await parts.spare.take()
        session.visitor = visitor
        await parts.scans.begin(visitor)
        await show(visitor, visit)
      } catch (error) {
        log.error({ reason: error instanceof Error ? error.message : 'unknown' }, 'no visitor could be shown')
        return { type: 'visitorUnavailable' }
      }
      return { type: 'visitorShown' }
    },

    extend: (notice) => {
      parts.attendance.answered(notice)
      session.visitor?.send({ type: 'secondsLeft', secondsLeft: parts.attendance.secondsLeft() })
    },

    end: async (visit, cause) => {
      parts.attendance.stop()
      session.over = true
      books.ended({ visit, cause })
      const { visitor, visited } = session
      visitor?.send({ type: 'cover' })
      const aids = parts.aids.map((aid) => aid.end())
      const stopped = Promise.all([parts.scans.end(), parts.scanner.cancel(), ...aids])
      await within(parts.scheduler, scansStopWithinSeconds, stopped)
      progress('logOut')
      const reports = visitor === null ? [] : await logOut(visitor)
      progress('close')
      const places = visitor === null ? parts.places.ofAnySession() : parts.places.ofSession(visitor)
      if (visitor === null) await parts.spare.discard()
      const verdict = await onceWiped(places, parts.scheduler, progress)()
      const logOuts = completeReports([...visited.values()], reports)
      await books.prove('end', verdict, logOuts)
      return { type: 'wiped', receipt: { cause, logOuts, documentsWiped: session.documents, verdict } }
    },

    settle: async (visit, cause) => {
      const categories = [...session.visited.values()].map((service) => service.category)
      session = noSession()
      await books.settle({ visit, cause, charterVersion: parts.charterVersion, categories })
      parts.forgetMemory()
    },

    note: books.note,

    quit: async () => {
      await parts.spare.discard()
      await books.leave()
      parts.exit()
    },
  }

  async function show(visitor: Visitor, visit: Visit): Promise<void> {
    const shown = new Promise<boolean>((resolve) => {
      visitor.listen((message) => {
        if (message.type === 'shown') resolve(true)
        if (message.type === 'gone') resolve(false)
        hear(message)
      })
    })
    parts.attendance.begin(parts.closesInSeconds())
    const secondsLeft = parts.attendance.secondsLeft()
    visitor.send({
      type: 'open',
      opening: {
        ...parts.opening,
        // A mandate is given to somebody.
        aids: parts.opening.aids.filter((aid) => aid !== 'mandate' || needsAgreement(visit.help)),
        help: visit.help,
        presentation: { language: visit.language, comfort: parts.comfort() },
        spoken: [...parts.spoken()],
        services: [...parts.services],
        secondsLeft,
      },
    })
    const answered = await within(parts.scheduler, shownWithinSeconds, shown)
    if (!answered.inTime || !answered.value) throw new Error('the visitor did not appear')
  }
}

function noSession(): Session {
  return { visitor: null, visited: new Map(), documents: 0, step: 'cover', over: false }
}
