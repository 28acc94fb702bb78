import ICAL from 'ical.js'
import { type Occurrence, occurrencesOf } from './occurrences.ts'
import type { Workshop } from './workshop.ts'
import { wallAt } from './zone.ts'

/** One thing wrong with a feed, for the admin. `event` is its title or identifier, empty when the whole feed is meant. */
export type AgendaProblem = { event: string; cure: string }

/** What is read of a feed: from now (milliseconds since 1970), so many days, in this time zone (« Europe/Paris »). */
export type Period = { nowMs: number; days: number; zone: string }

const dayMs = 86_400_000

/**
 * The workshops of an iCalendar feed (RFC 5545) that are under way or begin within a period, in order. Cancelled and
 * private events are left out. An event that cannot be read is told, and the others are still there. Never throws.
 */
export function readAgenda(
  feed: string,
  period: Period,
): { workshops: Workshop[]; problems: AgendaProblem[] } {
  const problems: AgendaProblem[] = []
  const occurrences = calendarsOf(feed, problems).flatMap((calendar) =>
    eventsOf(calendar).flatMap((events) => {
      try {
        return occurrencesOf(events, period, problems)
      } catch (error) {
        problems.push({ event: nameOf(events[0]), cure: `cannot be read: ${(error as Error).message}` })
        return []
      }
    }),
  )
  const workshops = occurrences
    .filter(({ startMs, endMs }) => endMs > period.nowMs && startMs < period.nowMs + period.days * dayMs)
    .sort((a, b) => a.startMs - b.startMs || a.title.localeCompare(b.title))
    .map((occurrence) => workshopOf(occurrence, period.zone))
  return { workshops, problems }
}

function calendarsOf(feed: string, problems: AgendaProblem[]): ICAL.Component[] {
  try {
    // One calendar, or a list of them when the feed holds several.
    const parsed = ICAL.parse(feed.replace(/^\uFEFF/, '')) as unknown[]
    const calendars = (typeof parsed[0] === 'string' ? [parsed] : parsed).map(
      (calendar) => new ICAL.Component(calendar as ConstructorParameters<typeof ICAL.Component>[0]),
    )
    if (calendars.length > 0 && calendars.every(({ name }) => name === 'vcalendar')) return calendars
    problems.push({ event: '', cure: 'is not an iCalendar feed: it must begin with BEGIN:VCALENDAR' })
  } catch (error) {
    problems.push({ event: '', cure: `is not an iCalendar feed: ${(error as Error).message}` })
  }
  return []
}

/** The events of a calendar, an event and its changed occurrences together. */
function eventsOf(calendar: ICAL.Component): ICAL.Component[][] {
  const groups = new Map<string, ICAL.Component[]>()
  for (const event of calendar.getAllSubcomponents('vevent')) {
    const uid = String(event.getFirstPropertyValue('uid') ?? `${nameOf(event)} ${groups.size}`)
    groups.set(uid, [...(groups.get(uid) ?? []), event])
  }
  return [...groups.values()]
}

function nameOf(event: ICAL.Component | undefined): string {
  return String(event?.getFirstPropertyValue('summary') ?? event?.getFirstPropertyValue('uid') ?? '')
}

function workshopOf(occurrence: Occurrence, zone: string): Workshop {
  const { id, title, place, description, startMs, endMs, wholeDays } = occurrence
  const start = wallAt(startMs, zone)
  const end = wallAt(endMs, zone)
  // The end is the first moment after: midnight belongs to the day before.
  const last = wallAt(Math.max(startMs, endMs - 1), zone)
  return {
    id,
    title,
    place,
    description,
    day: `${start.year}-${two(start.month)}-${two(start.day)}`,
    lastDay: `${last.year}-${two(last.month)}-${two(last.day)}`,
    from: wholeDays ? null : `${two(start.hour)}:${two(start.minute)}`,
    until: wholeDays ? null : `${two(end.hour)}:${two(end.minute)}`,
  }
}

function two(number: number): string {
  return String(number).padStart(2, '0')
}
