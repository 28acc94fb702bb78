import { linkApi } from '../../../app/contracts/coordinator-link.ts'
import { type DayCounts, dayCountsSchema, daySchema, missingDays } from '../../../app/tally/series.ts'
import { log } from '../../lib/log.ts'
import type { CountedDays } from '../records/tally-file.ts'
import { askCoordinator } from './ask-coordinator.ts'
import type { Pairing } from './pairing-file.ts'

/** A day of many starts is told in pieces: they add up on the other side. */
const seriesInAPiece = 20

const { days, tellDay } = linkApi.post

/**
 * Tells the coordinator what it lacks of this post's counts. Repeating it is safe.
 * @param known what an earlier call resolved to: only days that changed since are compared
 * @throws what `askCoordinator` throws; what was told by then is told
 */
export async function tellDays(
  pairing: Pairing,
  counted: CountedDays,
  known: Readonly<Record<string, DayCounts>>,
): Promise<Record<string, DayCounts>> {
  const own = tellable(await counted.days())
  const changed = Object.entries(own).filter(([day, counts]) => !isSame(counts, known[day]))
  const [since] = changed.map(([day]) => day).sort()
  if (since === undefined) return own
  const held = await askCoordinator(pairing, days, { query: { since } }, pairing.token)
  for (const [day, counts] of Object.entries(missingDays(Object.fromEntries(changed), held))) {
    for (const body of inPieces(counts)) {
      await askCoordinator(pairing, tellDay, { params: { day }, body }, pairing.token)
    }
  }
  return own
}

/** Without what no coordinator would take, such as the days of a clock that stands in another century. */
function tellable(own: Readonly<Record<string, DayCounts>>): Record<string, DayCounts> {
  const entries = Object.entries(own).filter(([day, counts]) => {
    const fits =
      daySchema.safeParse(day).success &&
      inPieces(counts).every((one) => dayCountsSchema.safeParse(one).success)
    if (!fits) log.warn({ day }, 'the counts of a day cannot be told to a coordinator')
    return fits
  })
  return Object.fromEntries(entries)
}

function inPieces(counts: DayCounts): DayCounts[] {
  const series = Object.entries(counts)
  return Array.from({ length: Math.ceil(series.length / seriesInAPiece) }, (_, piece) =>
    Object.fromEntries(series.slice(piece * seriesInAPiece, (piece + 1) * seriesInAPiece)),
  )
}

const isSame = (a: DayCounts, b: DayCounts | undefined) => JSON.stringify(a) === JSON.stringify(b)
