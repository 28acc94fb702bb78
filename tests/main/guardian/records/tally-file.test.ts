import { readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { dayCountsSchema } from '../../../../app/tally/series.ts'
import { fileTally } from '../../../../main/guardian/records/tally-file.ts'
import { temporaryFolder } from '../../../doubles/temporary-folder.ts'
import { visit } from '../../../doubles/visit.ts'

const use = { visit, cause: 'person', charterVersion: '2026-1', categories: [], proof: 'clean' } as const
const noon = new Date(2026, 10, 22, 12)

async function tallyFile() {
  const folder = await temporaryFolder()
  const path = join(folder, 'tally.json')
  const tally = fileTally(path, (damaged) => rename(damaged, `${damaged}.aside`))
  const counts = async () => JSON.parse(await readFile(path, 'utf8')) as unknown
  return { folder, path, tally, counts }
}

describe('the counters of a post', () => {
  test('begin with nothing and survive a restart', async () => {
    const { path, tally, folder } = await tallyFile()
    expect(await tally.countedThrough()).toBe(0)
    expect(await readdir(folder)).toEqual([])
    await tally.count(1, use, noon)
    expect(await fileTally(path, async () => {}).countedThrough()).toBe(1)
  })

  test('count a session once, however often it is told', async () => {
    const { tally, counts } = await tallyFile()
    for (const sequence of [1, 1, 2, 1, 2]) await tally.count(sequence, use, noon)
    expect(await counts()).toMatchObject({
      countedThrough: 2,
      counts: { '2026-11-22/am/session/help=alone/end=person': 2 },
    })
  })

  test('hold late pages and feedback beside the sessions', async () => {
    const { tally, counts } = await tallyFile()
    await tally.countLatePages(2, noon)
    await tally.count(1, use, noon)
    await tally.countLatePages(1, noon)
    await tally.countNote({ family: 'feedback', value: 'yes' }, noon)
    expect(await counts()).toMatchObject({
      countedThrough: 1,
      counts: {
        '2026-11-22/am/latePage': 3,
        '2026-11-22/am/session/help=alone/end=person': 1,
        '2026-11-22/am/feedback/yes': 1,
      },
    })
  })

  test('are told in a series that begins anew with each start, and each whole by itself', async () => {
    const { path, tally } = await tallyFile()
    await tally.count(1, use, noon)
    await tally.count(2, use, noon)
    const backup = await readFile(path, 'utf8')
    await tally.count(3, use, noon)
    const [before] = Object.entries((await tally.days())['2026-11-22'] ?? {})

    // The disk of yesterday is put back.
    await writeFile(path, backup)
    const again = fileTally(path, async () => {})
    await again.count(3, use, noon)
    const days = await again.days()
    const session = 'am/session/help=alone/end=person'
    const counted = Object.entries(days['2026-11-22'] ?? {}).map(([series, counts]) => [
      series,
      counts[session],
    ])
    expect(counted).toEqual([
      [before?.[0], 2],
      [expect.not.stringMatching(before?.[0] ?? ''), 1],
    ])
    // As a coordinator takes it in.
    for (const day of Object.values(days)) expect(dayCountsSchema.parse(day)).toEqual(day)
  })

  test('that were damaged while the post runs go on in another series', async () => {
    const { path, tally } = await tallyFile()
    await tally.count(1, use, noon)
    const [before] = Object.keys((await tally.days())['2026-11-22'] ?? {})
    await writeFile(path, 'damaged')
    await tally.count(2, use, noon)
    expect(Object.keys((await tally.days())['2026-11-22'] ?? {})).not.toContain(before)
  })

  test.each([
    ['damaged', 'not JSON'],
    ['cut short', '{"countedThrough":5,"counts":{"2026-11-22/am/lan'],
    ['empty', ''],
    ['written by a later version', '{"countedThrough":5,"counts":{},"version":2}'],
    ['with a count that is none', '{"countedThrough":5,"counts":{"a":-1}}'],
  ])('that are %s are set aside for an admin, and counting goes on', async (_what, text) => {
    const { folder, path, tally, counts } = await tallyFile()
    await writeFile(path, text)
    expect(await tally.countedThrough()).toBe(0)
    await tally.count(6, use, noon)
    expect(await counts()).toMatchObject({ countedThrough: 6 })
    expect(await readdir(folder)).toEqual(['tally.json', 'tally.json.aside'])
    expect(await readFile(`${path}.aside`, 'utf8')).toBe(text)
  })

  test('that cannot be written say so, and have not counted', async () => {
    const { folder } = await tallyFile()
    const lost = fileTally(join(folder, 'none', 'tally.json'), async () => {})
    await expect(lost.count(1, use, noon)).rejects.toMatchObject({ code: 'ENOENT' })
    expect(await lost.countedThrough()).toBe(0)
  })
})
