import type ICAL from 'ical.js'

const longestInterval = 1000

/**
 * Whether a rule is one that the library can expand in finite time. It seeks the next date for ever when a rule steps
 * in days, weeks or months and then refuses every date it steps on: « each day, the 30th of February », « each seventh
 * day, if a Tuesday ». What people plan workshops with passes; hours, minutes and seconds do not.
 */
export function canBeExpanded({ freq, interval, parts }: ICAL.Recur): boolean {
  const has = (name: string) => Object.hasOwn(parts, name)
  const plainDays = !/\d/.test(String((parts as Record<string, unknown>).BYDAY ?? ''))
  const steady = interval === 1
  if (interval > longestInterval || has('BYHOUR') || has('BYMINUTE') || has('BYSECOND')) return false
  if (has('BYYEARDAY') || has('BYWEEKNO')) return false
  switch (freq) {
    case 'DAILY':
      return (
        !has('BYMONTHDAY') && !has('BYSETPOS') && plainDays && (steady || !(has('BYDAY') || has('BYMONTH')))
      )
    case 'WEEKLY':
      return !has('BYSETPOS') && plainDays && (steady || !has('BYMONTH'))
    case 'MONTHLY':
      return steady || !has('BYMONTH')
    default:
      return freq === 'YEARLY'
  }
}
