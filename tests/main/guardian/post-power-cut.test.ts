import fc from 'fast-check'
import { expect, test } from 'vitest'
import '../../doubles/silent-log.ts'
import { startPost } from '../../doubles/post.ts'
import { type Disk, freshDisk, type Write } from '../../doubles/records.ts'
import { settled } from '../../doubles/scheduler.ts'

/** Where the power goes in one session: around a write, on screen, in mid-wipe, or not at all. */
type Cut = { moment: 'before' | 'after'; write: Write } | 'active' | 'wiping' | 'none'

const cut: fc.Arbitrary<Cut> = fc.oneof(
  fc.record({
    moment: fc.constantFrom('before', 'after'),
    write: fc.constantFrom<Write>('open', 'count', 'receipt', 'close'),
  }),
  fc.constantFrom('active', 'wiping', 'none'),
)

const notInJournal = -1
const forever = () => new Promise<never>(() => {})

/** One start of the guardian, one session if it gets so far, and the power goes where it is told. */
async function liveUntil(where: Cut, disk: Disk, opened: number[]): Promise<void> {
  let inSession = false
  const post = await startPost({
    disk,
    around: (moment, write) => {
      // A process without power does nothing more; the writes of the start itself are cut like any other.
      if (typeof where !== 'string' && where.moment === moment && where.write === write) return forever()
    },
  })
  if (post.at() !== 'welcome') return
  post.manners.next = {
    onHearing: ({ type }) => {
      if (type !== 'open') return
      inSession = true
      opened.push(disk.journal.is === 'open' ? disk.journal.sequence : notInJournal)
    },
  }
  await post.begin()
  if (!inSession || where === 'active') return
  if (where === 'wiping') post.behaviours.sessionRoot = { wipe: 'hang', readBack: 'absent' }
  await post.end()
}

test('power cuts anywhere: every session shown has a number of its own and is counted exactly once', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(cut, { maxLength: 6 }), async (cuts) => {
      const disk = freshDisk()
      const opened: number[] = []
      for (const where of cuts) await liveUntil(where, disk, opened)
      const last = await startPost({ disk })
      await settled()
      expect(last.at()).toBe('welcome')
      expect(disk.journal.is).toBe('closed')
      expect(opened).not.toContain(notInJournal)
      expect(new Set(opened).size).toBe(opened.length)
      const sessions = Object.entries(disk.tally.counts).filter(([key]) => key.includes('/session/'))
      const total = sessions.reduce((sum, [, n]) => sum + n, 0)
      const proven = disk.receipts
        .filter(({ verdict }) => verdict === 'clean')
        .map(({ sequence }) => sequence)
      expect(proven, 'one line per session counted').toHaveLength(total)
      expect(new Set(proven).size).toBe(total)
      // One that was in the journal but not yet shown counts too: nobody can say it was not.
      const neverShown = cuts.filter(
        (one) => typeof one !== 'string' && one.write === 'open' && one.moment === 'after',
      )
      expect(total).toBeGreaterThanOrEqual(opened.length)
      expect(total).toBeLessThanOrEqual(opened.length + neverShown.length)
    }),
    { numRuns: 100 },
  )
})
