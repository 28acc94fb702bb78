import { copyFile, mkdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { writeInPlace } from '../../main/lib/fixed-file.ts'
import { expect, test } from './ground.ts'
import { proveNextStart } from './life.ts'
import { printTable } from './table.ts'

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

test('whatever became of the journal, a start wipes before it welcomes', async ({ ground }) => {
  test.setTimeout(300_000)
  const { place, left } = ground
  const rows: (string | number)[][] = []
  for (const [what, counted, happen] of mishaps) {
    await left.restore()
    await happen(join(place.stateFolder, 'journal.json'))
    const proof = await proveNextStart(place, [left.token])
    rows.push([what, left.found, proof.canariesLeft, proof.seen.join(' '), proof.counted])
    expect(proof, what).toMatchObject({ told: [], rootsLeft: 0, canariesLeft: 0, counted })
  }
  printTable(['journal', 'canaries found before', 'found after', 'pages shown', 'sessions counted'], rows)
})

test('the anti-test: a start that wipes nothing is found out', async ({ ground: { place, left } }) => {
  await left.restore()
  const proof = await proveNextStart(place, [left.token], { ESTRAN_FAULT: 'sessionRoot:skip' })
  expect(proof).toMatchObject({ rootsLeft: left.roots.length, canariesLeft: left.found, counted: 0 })
  expect(proof.told.join()).toContain('sessionRoot')
  expect(proof.seen).not.toContain('welcome')
})

test('a journal that cannot be written: wiped all the same, then out of service, and staff read why', async ({
  ground,
}) => {
  const { place, left } = ground
  await left.restore()
  const journal = join(place.stateFolder, 'journal.json')
  await rm(journal)
  await mkdir(journal)
  const proof = await proveNextStart(place, [left.token])
  expect(proof).toMatchObject({ rootsLeft: 0, canariesLeft: 0 })
  expect(proof.seen).not.toContain('welcome')
  expect(proof.told.join()).toContain('journal.json')
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
