import { mkdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fileJournal } from '../../../../main/guardian/records/journal.ts'
import { writeInPlace } from '../../../../main/lib/fixed-file.ts'
import { temporaryFolder } from '../../../doubles/temporary-folder.ts'
import { visit } from '../../../doubles/visit.ts'

async function journalFile() {
  const path = join(await temporaryFolder(), 'journal.json')
  return { path, journal: fileJournal(path) }
}

describe('the journal', () => {
  test('says after a restart whether a session was under way, and which', async () => {
    const { path, journal } = await journalFile()
    await journal.open(3, visit)
    expect(await fileJournal(path).read()).toEqual({ is: 'open', sequence: 3, visit })
    await journal.close(3)
    expect(await fileJournal(path).read()).toEqual({ is: 'closed', sequence: 3 })
  })

  test('holds nothing that tells who, and only its owner reads it', async () => {
    const { path, journal } = await journalFile()
    await journal.open(3, visit)
    expect(JSON.parse(await readFile(path, 'utf8'))).toEqual({
      version: 1,
      sequence: 3,
      state: 'open',
      visit,
      beganMilliseconds: expect.any(Number),
      checksum: expect.any(String),
    })
    expect((await stat(path)).mode & 0o777).toBe(0o600)
    await journal.close(3)
    expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({ visit: null, beganMilliseconds: null })
  })

  test('knows since when there may be something of a person, until it is proven clean', async () => {
    const { path, journal } = await journalFile()
    expect(await journal.began()).toBe('unknown')
    const before = Date.now()
    await journal.open(3, visit)
    const began = await journal.began()
    expect(Number(began)).toBeGreaterThanOrEqual(before)
    await pause(5)
    await journal.open(3, visit)
    expect(await fileJournal(path).began(), 'written again').toEqual(began)
    await journal.close(3)
    expect(await journal.began()).toBe('closed')
    await journal.open(4, visit)
    expect(Number(await journal.began())).toBeGreaterThan(Number(began))
  })

  test('cut short anywhere is never taken for a closed one', async () => {
    const { path, journal } = await journalFile()
    await journal.close(12)
    const whole = await readFile(path)
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: whole.length - 1 }), async (length) => {
        await writeFile(path, whole.subarray(0, length))
        expect(await journal.read()).toEqual({ is: 'unknown' })
      }),
    )
  })

  test('with any one byte changed is unknown, or says what it said', async () => {
    const { path, journal } = await journalFile()
    await journal.open(12, visit)
    const whole = await readFile(path)
    const change = fc.tuple(fc.nat({ max: whole.length - 1 }), fc.integer({ min: 1, max: 255 }))
    await fc.assert(
      fc.asyncProperty(change, async ([at, by]) => {
        const damaged = Buffer.from(whole)
        damaged[at] = (damaged[at] ?? 0) ^ by
        await writeFile(path, damaged)
        expect([{ is: 'unknown' }, { is: 'open', sequence: 12, visit }]).toContainEqual(await journal.read())
      }),
    )
  })

  test.each([
    ['of a later version', { version: 2, sequence: 3, state: 'closed', visit: null }],
    ['with something we do not know', { version: 1, sequence: 3, state: 'closed', visit: null, more: 1 }],
    ['with a number that is none', { version: 1, sequence: -1, state: 'closed', visit: null }],
  ])('%s is treated as unknown', async (_what, record) => {
    const { path, journal } = await journalFile()
    await writeInPlace(path, record)
    expect(await journal.read()).toEqual({ is: 'unknown' })
  })

  test.each([
    ['of zeros, as a power cut leaves it', (whole: string) => '\0'.repeat(whole.length)],
    ['that is there twice', (whole: string) => whole + whole],
    ['without its checksum', (whole: string) => whole.replace(/,"checksum":"\w+"/, '').padEnd(whole.length)],
  ])('%s is treated as unknown', async (_what, damage) => {
    const { path, journal } = await journalFile()
    await journal.close(3)
    await writeFile(path, damage(await readFile(path, 'utf8')))
    expect(await journal.read()).toEqual({ is: 'unknown' })
  })

  test('is written over in place, whatever was there', async () => {
    const { path, journal } = await journalFile()
    await writeFile(path, 'half of a journal')
    await journal.open(3, visit)
    const { ino, size } = await stat(path)
    await journal.close(3)
    await journal.open(1_000_000, visit)
    expect(await stat(path)).toMatchObject({ ino, size })
    expect(await journal.read()).toMatchObject({ is: 'open', sequence: 1_000_000 })
  })

  test('that is lost, or cannot be read, is unknown', async () => {
    const { path, journal } = await journalFile()
    expect(await journal.read()).toEqual({ is: 'unknown' })
    await mkdir(path)
    expect(await journal.read()).toEqual({ is: 'unknown' })
  })

  test('that cannot be written says so', async () => {
    const { path } = await journalFile()
    await expect(fileJournal(join(path, 'none', 'journal.json')).open(1, visit)).rejects.toThrow(
      /journal.json: cannot be written/,
    )
  })
})
