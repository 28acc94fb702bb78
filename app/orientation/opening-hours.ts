/** From, to, « 09:00 ». */
export type Span = { from: string; to: string }

/** Days in a row with the same hours; 0 is Monday. No span: closed. */
export type OpeningLine = { firstDay: number; lastDay: number; spans: readonly Span[] }

const days = ['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su']
const dayPattern = days.join('|')
const rulePattern = new RegExp(`^((?:(?:${dayPattern})(?:-(?:${dayPattern}))?,?\\s*)*)\\s*(.*)$`)

/**
 * The week of an opening_hours text of OpenStreetMap, Monday to Sunday, same days together. Only what nearly all
 * places write is read – days, hours, « off », « 24/7 », « PH off », which is left aside –; for
 * anything else the answer is `null`, and the text is to be shown as it is: half-understood hours send people to
 * closed doors.
 */
export function readOpeningHours(text: string): OpeningLine[] | null {
  const week: (readonly Span[])[] = days.map(() => [])
  const rules = text
    .toLowerCase()
    .split(';')
    .map((rule) => rule.trim())
    .filter((rule) => rule !== '' && !/^ph (off|closed)$/.test(rule))
  if (rules.length === 0) return null
  for (const rule of rules) {
    const [, named = '', hours = ''] = rulePattern.exec(rule) ?? []
    const spans = spansOf(hours)
    if (spans === null) return null
    // A later rule for a day replaces the earlier one.
    for (const day of daysOf(named)) week[day] = spans
  }
  return linesOf(week)
}

function daysOf(named: string): number[] {
  if (named === '') return days.map((_, day) => day)
  return named.split(',').flatMap((range) => {
    const [first = '', last = first] = range.trim().split('-')
    const from = days.indexOf(first)
    const length = (days.indexOf(last) - from + 7) % 7
    return from < 0 ? [] : Array.from({ length: length + 1 }, (_, step) => (from + step) % 7)
  })
}

function spansOf(hours: string): Span[] | null {
  if (hours === 'off' || hours === 'closed') return []
  if (hours === '24/7') return [{ from: '00:00', to: '24:00' }]
  const spans = hours.split(',').map((span) => {
    const [, from, to] = /^\s*(\d{1,2}:[0-5]\d)\s*-\s*(\d{1,2}:[0-5]\d)\s*$/.exec(span) ?? []
    return from && to ? { from: from.padStart(5, '0'), to: to.padStart(5, '0') } : null
  })
  return spans.every((span) => span !== null && span.from < span.to && span.to <= '24:00')
    ? (spans as Span[])
    : null
}

function linesOf(week: readonly (readonly Span[])[]): OpeningLine[] {
  const lines: OpeningLine[] = []
  week.forEach((spans, day) => {
    const last = lines.at(-1)
    if (last && JSON.stringify(last.spans) === JSON.stringify(spans)) last.lastDay = day
    else lines.push({ firstDay: day, lastDay: day, spans })
  })
  return lines
}
