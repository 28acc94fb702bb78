/** The week a day belongs to, ISO 8601: weeks begin on Monday, the first of a year holds its first Thursday. */
export function weekOf(day: string): string {
  const date = new Date(`${day}T00:00:00Z`)
  const thursday = new Date(date)
  thursday.setUTCDate(date.getUTCDate() + 3 - ((date.getUTCDay() + 6) % 7))
  const year = thursday.getUTCFullYear()
  const daysBefore = (thursday.getTime() - Date.UTC(year, 0, 1)) / 86_400_000
  return `${year}-W${String(Math.floor(daysBefore / 7) + 1).padStart(2, '0')}`
}

/** Posts lie up to half a day west of this clock, and tell what they counted a while after. */
const marginMilliseconds = 24 * 3_600_000

/**
 * The last week whose numbers are done. One that still runs is not shown: whoever looked twice would see by the difference
 * what was counted in between.
 */
export function lastEndedWeek(now: Date): string {
  const ended = new Date(now.getTime() - marginMilliseconds - 7 * 86_400_000)
  return weekOf(ended.toISOString().slice(0, 10))
}
