/** Consecutive weeks of one year that are counted together, both included. */
export type Stretch = { from: string; to: string }

/**
 * Cuts a year into stretches of at least so many in all: most are one week; a week that is too small is counted with
 * those that follow. What comes after the last one waits until it is enough. A stretch that is closed stays as it is
 * whatever later weeks count.
 * @param weeks week → how many, of one year; weeks with nothing may be absent
 * @param least how many a stretch holds
 */
export function stretchesOf(weeks: ReadonlyMap<string, number>, least: number): Stretch[] {
  const stretches: Stretch[] = []
  let from: string | null = null
  let together = 0
  for (const [week, count] of [...weeks].sort(byWeek)) {
    from ??= week
    together += count
    if (together < least) continue
    stretches.push({ from, to: week })
    from = null
    together = 0
  }
  return stretches
}

const byWeek = ([a]: [string, number], [b]: [string, number]) => (a < b ? -1 : 1)
