/** Hours of the clock on the wall: years, months from 1, days, hours, minutes. */
export type Wall = { year: number; month: number; day: number; hour: number; minute: number }

const clocks = new Map<string, Intl.DateTimeFormat>()

/** Whether a time zone is one of those every system knows: « Europe/Paris ». */
export function isZone(zone: string): boolean {
  try {
    clockOf(zone)
    return true
  } catch {
    return false
  }
}

/** What the clocks of a zone show at a moment (milliseconds since 1970). */
export function wallAt(ms: number, zone: string): Wall {
  const parts = clockOf(zone).formatToParts(ms)
  const number = (type: string) => Number(parts.find((part) => part.type === type)?.value)
  return {
    year: number('year'),
    month: number('month'),
    day: number('day'),
    hour: number('hour'),
    minute: number('minute'),
  }
}

/**
 * The moment at which the clocks of a zone show these hours; of two, one of them; of none – the hour skipped in spring –,
 * an hour later.
 */
export function momentOf(wall: Wall, zone: string): number {
  const asUtc = utcOf(wall)
  const offsetAt = (ms: number) => utcOf(wallAt(ms, zone)) - ms
  const guess = asUtc - offsetAt(asUtc)
  return asUtc - offsetAt(guess)
}

function utcOf({ year, month, day, hour, minute }: Wall): number {
  return Date.UTC(year, month - 1, day, hour, minute)
}

/** Made once per zone: making one takes longer than reading a whole year of dates with it. */
function clockOf(zone: string): Intl.DateTimeFormat {
  const known = clocks.get(zone)
  if (known) return known
  const clock = new Intl.DateTimeFormat('en', {
    timeZone: zone,
    calendar: 'gregory',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  })
  clocks.set(zone, clock)
  return clock
}
