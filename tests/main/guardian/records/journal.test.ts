import { mkdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fileJournal } from '../../../../main/guardian/records/journal.ts'
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
    })
    expect((await stat(path)).mode & 0o777).toBe(0o600)
    await journal.close(3)
    expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({ visit: null })
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

  test.each([
    ['of a later version', '{"version":2,"sequence":3,"state":"closed","visit":null}'],
    ['with something we do not know', '{"version":1,"sequence":3,"state":"closed","visit":null,"more":1}'],
    ['with a number that is none', '{"version":1,"sequence":-1,"state":"closed","visit":null}'],
    ['of zeros, as a power cut leaves it', '\0\0\0\0'],
  ])('%s is treated as unknown', async (_what, text) => {
    const { path, journal } = await journalFile()
    await writeFile(path, text)
    expect(await journal.read()).toEqual({ is: 'unknown' })
  })

  test('that is lost, or cannot be read, is unknown', async () => {
    const { path, journal } = await journalFile()
    expect(await journal.read()).toEqual({ is: 'unknown' })
    await mkdir(path)
    expect(await journal.read()).toEqual({ is: 'unknown' })
  })

  test('that cannot be written says so', async () => {
    const { path } = await journalFile()
    await expect(fileJournal(join(path, 'none', 'journal.json')).open(1, visit)).rejects.toThrow()
  })
})
