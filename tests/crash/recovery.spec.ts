import { existsSync } from 'node:fs'
import { copyFile, mkdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { writeInPlace } from '../../main/lib/fixed-file.ts'
import { expect, test } from './ground.ts'
import { proveNextStart } from './life.ts'
import { startRun } from './run.ts'

/** What can become of a journal, and how many sessions are counted then: of one that nobody can read, none. */
const mishaps: [what: string, counted: number, happen: (journal: string) => Promise<unknown>][] = [
  ['as the power cut left it', 1, async () => {}],
  ['lost', 0, (journal) => rm(journal)],
  ['damaged', 0, (journal) => alter(journal, (text) => text.replace('"open"', '"shut"'))],
  [
    'damaged so that it says « closed »',
    0,
    (journal) => alter(journal, (text) => text.replace('"open"', '"closed"')),
  ],
  ['cut short', 0, (journal) => truncate(journal, 100)],
  ['full of zeros', 0, (journal) => writeFile(journal, Buffer.alloc(512))],
  ['empty', 0, (journal) => truncate(journal, 0)],
  ['written twice', 0, (journal) => alter(journal, (text) => text + text)],
  ['with a second one beside it', 1, (journal) => copyFile(journal, `${journal}.new`)],
  ['one of before that session', 0, (journal) => entry(journal, 1, 0)],
  ['of a later version', 0, (journal) => entry(journal, 2, 1)],
  ['with a number from the future', 0, (journal) => entry(journal, 1, 1_000_000)],
]
const line = 'whatever became of the journal: dirty, wiped'

test('whatever became of the journal, a start wipes before it welcomes', async ({ ground, table }) => {
  const { place, left } = ground
  const { row } = table(line)
  for (const [what, counted, happen] of mishaps)
    await row(what, async () => {
      await left.restore()
      await happen(join(place.stateFolder, 'journal.json'))
      const proof = await proveNextStart(place, [left.token])
      expect(proof).toMatchObject({ told: [], rootsLeft: 0, canariesLeft: 0, counted })
      return `canaries ${left.found} → 0, ${proof.seen.join(' ')}, counted ${counted}`
    })
})

test('what is drawn meanwhile tells that the post gets ready, and nothing else', async ({
  ground: { place, left },
  table,
}) => {
  await left.restore()
  expect(left.roots.filter((root) => existsSync(root))).toEqual(left.roots)
  await table(line).row('what is drawn meanwhile', async () => {
    const run = await startRun(place)
    const drawn = new Set<string>()
    await expect(async () => {
      const heading = await run.drawn('h1')
      if (heading !== null) drawn.add(heading)
      expect(heading).toBe('Bienvenue')
    }).toPass({ intervals: [5], timeout: 45_000 })
    expect(left.roots.filter((root) => existsSync(root))).toEqual([])
    await run.cutPower()
    expect(['Un instant, le poste se prépare', 'Bienvenue']).toEqual(expect.arrayContaining([...drawn]))
    return [...drawn].join(', ')
  })
})

test('the anti-test: a start that wipes nothing is found out', async ({ ground: { place, left }, table }) => {
  await left.restore()
  await table(line).row('the anti-test: it wipes nothing', async () => {
    const proof = await proveNextStart(place, [left.token], { ESTRAN_FAULT: 'sessionRoot:skip' })
    expect(proof).toMatchObject({ rootsLeft: left.roots.length, canariesLeft: left.found, counted: 0 })
    expect(proof.told.join()).toContain('sessionRoot')
    expect(proof.seen).not.toContain('welcome')
    return `canaries ${left.found} → ${proof.canariesLeft}, ${proof.seen.join(' ')}: found out`
  })
})

test('a journal that cannot be written: wiped all the same, then out of service, and staff read why', async ({
  ground: { place, left },
  table,
}) => {
  await left.restore()
  await table(line).row('cannot be written', async () => {
    const journal = join(place.stateFolder, 'journal.json')
    await rm(journal)
    await mkdir(journal)
    const proof = await proveNextStart(place, [left.token])
    expect(proof).toMatchObject({ rootsLeft: 0, canariesLeft: 0 })
    expect(proof.seen).not.toContain('welcome')
    expect(proof.told.join()).toContain('journal.json')
    return `canaries ${left.found} → 0, ${proof.seen.join(' ')}, staff read why`
  })
})

async function alter(journal: string, change: (text: string) => string): Promise<void> {
  const before = await readFile(journal, 'utf8')
  const after = change(before)
  if (after === before) throw new Error('nothing was altered')
  await writeFile(journal, after)
}

/** A closed entry, sound but for what it says. */
function entry(journal: string, version: number, sequence: number): Promise<void> {
  return writeInPlace(journal, { version, sequence, state: 'closed', visit: null })
}
