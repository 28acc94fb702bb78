import type { EndingStep } from '../../app/contracts/guardian-page.ts'
import type { FromVisitor } from '../../app/contracts/visitor-link.ts'
import { completeReports } from '../../app/services/log-out.ts'
import type { Service } from '../../app/services/service.ts'
import type { Event } from '../../app/session/machine.ts'
import type { EndCause, Visit } from '../../app/session/visit.ts'
import { log } from '../lib/log.ts'
import { type Scheduler, within } from '../lib/scheduler.ts'
import type { Attendance } from './attendance.ts'
import type { Duties } from './post.ts'
import type { Journal } from './records/journal.ts'
import type { TallyBook } from './records/tally-file.ts'
import type { Spare } from './visitors/spare.ts'
import type { Visitor } from './visitors/visitor.ts'
import type { Places } from './wipe/places.ts'
import { onceWiped } from './wipe/wipe.ts'

type LoggedOut = Extract<FromVisitor, { type: 'loggedOut' }>

const shownWithinSeconds = 15

/** What is known of the session under way. Which téléservices and how many documents; never an address. */
export type Session = {
  visitor: Visitor | null
  visited: Map<string, Service>
  documents: number
  step: EndingStep
}

export type SessionParts = {
  /** Seconds until the structure closes, if it does within a day. */
  closesInSeconds(): number | null
  services: readonly Service[]
  charterVersion: string
  logOutSeconds: number
  opening: { structure: string; quotaBytes: number }
  spare: Spare
  attendance: Attendance
  journal: Journal
  tally: TallyBook
  scheduler: Scheduler
  places: Pick<Places, 'ofSession' | 'ofAnySession'>
  dispatch(event: Event): void
  onChange(): void
  onStaffAsked(): void
  exit(): void
}

/** Carries out what the session machine asks for. */
export function sessionDuties(parts: SessionParts): Duties & { session(): Session } {
  let session = noSession()
  let sequence = 0
  /** A session that has ended without a clean verdict: what is to be counted once the verdict is clean. */
  let unsettled: { visit: Visit; cause: EndCause } | null = null

  // `ready`, `shown` and `loggedOut` are waited for where they are asked for.
  const hear = (message: FromVisitor | { type: 'gone' }): void => {
    if (message.type === 'gone') parts.dispatch({ type: 'endDue', cause: 'crash' })
    if (message.type === 'activity') parts.attendance.noteActivity()
    if (message.type === 'endAsked') parts.dispatch({ type: 'noticeDue', notice: 'end' })
    if (message.type === 'staffAsked') parts.onStaffAsked()
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
      const before = await parts.journal.read()
      const counted = await parts.tally.countedThrough().catch(unreadableTally)
      sequence = Math.max(sequence, counted, before.is === 'unknown' ? 0 : before.sequence)
      const crashed =
        before.is === 'open' && before.visit !== null
          ? { visit: before.visit, cause: 'crash' as const }
          : null
      if (verdict.clean && before.is === 'unknown') await parts.journal.close(sequence)
      return { type: 'recovered', verdict, interrupted: unsettled ?? crashed }
    },

    open: async (visit) => {
      session = noSession()
      sequence += 1
      try {
        // Durable before the visitor may be shown: a crash from here on is found at the next start.
        await parts.journal.open(sequence, visit)
        const visitor = await parts.spare.take()
        session.visitor = visitor
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
      unsettled = { visit, cause }
      const { visitor, visited } = session
      visitor?.send({ type: 'cover' })
      progress('logOut')
      const reports = visitor === null ? [] : await logOut(visitor)
      progress('close')
      const places = visitor === null ? parts.places.ofAnySession() : parts.places.ofSession(visitor)
      if (visitor === null) await parts.spare.discard()
      const verdict = await onceWiped(places, parts.scheduler, progress)()
      const logOuts = completeReports([...visited.values()], reports)
      return { type: 'wiped', receipt: { cause, logOuts, documentsWiped: session.documents, verdict } }
    },

    settle: async (visit, cause) => {
      unsettled = null
      const categories = [...session.visited.values()].map((service) => service.category)
      session = noSession()
      const use = { visit, cause, charterVersion: parts.charterVersion, categories }
      // Neither holds up the other, nor the post: a use that cannot be counted is not invented later.
      await attempt('the use was not counted', parts.tally.count(sequence, use, parts.scheduler.today()))
      await attempt('the journal entry stays open', parts.journal.close(sequence))
    },

    quit: async () => {
      await parts.spare.discard()
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
      opening: { ...parts.opening, language: visit.language, services: [...parts.services], secondsLeft },
    })
    const answered = await within(parts.scheduler, shownWithinSeconds, shown)
    if (!answered.inTime || !answered.value) throw new Error('the visitor did not appear')
  }
}

/** Counts that cannot be read are not a reason to keep people from the post: the journal still numbers the sessions. */
function unreadableTally(error: unknown): number {
  log.error(
    { code: error instanceof Error && 'code' in error ? error.code : undefined },
    'the counts cannot be read',
  )
  return 0
}

function noSession(): Session {
  return { visitor: null, visited: new Map(), documents: 0, step: 'cover' }
}

async function attempt(failure: string, work: Promise<void>): Promise<void> {
  await work.catch((error: unknown) => {
    log.error({ code: error instanceof Error && 'code' in error ? error.code : undefined }, failure)
  })
}
