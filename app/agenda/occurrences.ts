import ICAL from 'ical.js'
import type { AgendaProblem, Period } from './agenda.ts'
import { canBeExpanded } from './recurrence.ts'
import { isZone, momentOf, wallAt } from './zone.ts'

/** One date of an event. Moments are milliseconds since 1970. */
export type Occurrence = {
  id: string
  title: string
  place: string | null
  description: string | null
  startMs: number
  endMs: number
  wholeDays: boolean
}

/** More dates than this before the end of the period: nobody's workshop. */
const mostDates = 20_000
const dayMs = 86_400_000

/**
 * The dates of one event up to the end of a period. `components` are all those of one UID: the event, and those of
 * its occurrences that were moved, renamed or cancelled (RECURRENCE-ID).
 */
export function occurrencesOf(
  components: readonly ICAL.Component[],
  period: Period,
  problems: AgendaProblem[],
): Occurrence[] {
  const changes = components.filter((component) => component.hasProperty('recurrence-id'))
  const [component] = components.filter((one) => !changes.includes(one))
  if (!component) return changes.flatMap((change) => single(new ICAL.Event(change), period, problems))
  const event = new ICAL.Event(component, { exceptions: changes.map((change) => new ICAL.Event(change)) })
  return event.isRecurring() ? recurring(event, period, problems) : single(event, period, problems)
}

function single(event: ICAL.Event, period: Period, problems: AgendaProblem[]): Occurrence[] {
  const zone = zoneOf(event, period.zone, problems)
  return dated(event, event.startDate, event.endDate, zone)
}

function recurring(event: ICAL.Event, period: Period, problems: AgendaProblem[]): Occurrence[] {
  const zone = zoneOf(event, period.zone, problems)
  for (const property of event.component.getAllProperties('rrule')) {
    const rule = property.getFirstValue() as ICAL.Recur
    if (!canBeExpanded(rule)) {
      problems.push({ event: event.summary, cure: `repeats in a way this post cannot follow: ${rule}` })
      return []
    }
    endInZone(rule, event.startDate, zone)
  }
  const endMs = period.nowMs + period.days * dayMs
  const changesLeft = new Map(Object.entries(event.exceptions))
  const occurrences: Occurrence[] = []
  const dates = event.iterator()
  let date = dates.next()
  for (let count = 0; date && momentIn(date, zone) < endMs; count++) {
    if (count === mostDates) {
      problems.push({
        event: event.summary,
        cure: `repeats more than ${mostDates} times; give it a later start`,
      })
      break
    }
    const { item, startDate, endDate, recurrenceId } = event.getOccurrenceDetails(date)
    if (item !== event) changesLeft.delete(String(item.recurrenceId))
    occurrences.push(...dated(item, startDate, endDate, zone, recurrenceId))
    date = dates.next()
  }
  // An occurrence of later may have been moved into the period.
  const moved = [...changesLeft.values()].flatMap((change) => single(change, period, problems))
  return [...occurrences, ...moved]
}

/** Cancelled and private dates are nobody's business. */
function dated(
  event: ICAL.Event,
  start: ICAL.Time,
  end: ICAL.Time,
  zone: string,
  original: ICAL.Time = start,
): Occurrence[] {
  const text = (name: string) => String(event.component.getFirstPropertyValue(name) ?? '').trim()
  const title = text('summary')
  const shown = text('status').toUpperCase() !== 'CANCELLED' && /^(public)?$/i.test(text('class'))
  if (!shown || title === '') return []
  return [
    {
      id: `${event.uid} ${original}`,
      title,
      place: text('location') || null,
      description: text('description') || null,
      startMs: momentIn(start, zone),
      endMs: momentIn(end, zone),
      wholeDays: start.isDate,
    },
  ]
}

/** A moment. Times that are in UTC or in a zone that the feed describes know theirs; others are of `zone`. */
function momentIn(time: ICAL.Time, zone: string): number {
  return isFloating(time) ? momentOf(time, zone) : time.toUnixTime() * 1000
}

/** The zone of an event's times where the feed does not describe it: by its name, otherwise the post's own. */
function zoneOf(event: ICAL.Event, own: string, problems: AgendaProblem[]): string {
  const named = event.component.getFirstProperty('dtstart')?.getFirstParameter('tzid')
  if (!named || !isFloating(event.startDate)) return own
  if (isZone(named)) return named
  problems.push({ event: event.summary, cure: `names a time zone that the feed does not describe: ${named}` })
  return own
}

function isFloating(time: ICAL.Time): boolean {
  return time.isDate || time.zone === ICAL.Timezone.localTimezone
}

/** The end of a rule stands in UTC (RFC 5545 3.3.10); floating dates can only be compared with a floating one. */
function endInZone(rule: ICAL.Recur, start: ICAL.Time, zone: string): void {
  if (!rule.until || !isFloating(start) || isFloating(rule.until)) return
  const { year, month, day, hour, minute } = wallAt(rule.until.toUnixTime() * 1000, zone)
  rule.until = new ICAL.Time({ year, month, day, hour, minute, second: 59 }, ICAL.Timezone.localTimezone)
}
