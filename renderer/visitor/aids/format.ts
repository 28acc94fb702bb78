import type { Language } from '../../../app/session/visit.ts'

const styles = {
  day: { weekday: 'long', day: 'numeric', month: 'long' },
  date: { dateStyle: 'long' },
  hour: { timeStyle: 'short' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>

const formats = new Map<string, Intl.DateTimeFormat>()

/** Made once for each language: a year of workshops would otherwise make thousands, and fill the page's memory. */
function formatOf(style: keyof typeof styles, language: Language): Intl.DateTimeFormat {
  const name = `${style} ${language}`
  const format = formats.get(name) ?? new Intl.DateTimeFormat(language, styles[style])
  formats.set(name, format)
  return format
}

const noon = (day: string) => new Date(`${day}T12:00`)

/** Today at the post, as an ISO day. */
export function today(): string {
  return isoDay(new Date())
}

/** The day so many days after an ISO day. */
export function daysAfter(day: string, days: number): string {
  const date = noon(day)
  date.setDate(date.getDate() + days)
  return isoDay(date)
}

/** An ISO day in full: « mardi 24 novembre ». */
export function formatDay(day: string, language: Language): string {
  return formatOf('day', language).format(noon(day))
}

/** An ISO day as papers have it: « 24 novembre 2026 ». */
export function formatDate(day: string, language: Language): string {
  return formatOf('date', language).format(noon(day))
}

/** An hour, « 14:00 », as a language writes it. */
export function formatHour(hour: string, language: Language): string {
  return formatOf('hour', language).format(new Date(`2026-01-01T${hour}`))
}

function isoDay(date: Date): string {
  const two = (part: number) => String(part).padStart(2, '0')
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}
