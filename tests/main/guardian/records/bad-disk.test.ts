import { join } from 'node:path'
import { execa } from 'execa'
import { describe, expect, test } from 'vitest'
import { temporaryFolder } from '../../../doubles/temporary-folder.ts'

/** What the records of a post saw on a disk that went bad in mid-session, in a namespace where we may mount one. */
async function onDisk(how: 'bytes' | 'names' | 'readOnly') {
  const program = join(import.meta.dirname, 'bad-disk.ts')
  const { stdout } = await execa('unshare', [
    ...['--map-root-user', '--mount', '--', process.execPath],
    ...[program, await temporaryFolder(), how],
  ])
  return JSON.parse(stdout)
}

describe('records on a disk of 512 KiB', () => {
  test.each(['bytes', 'names'] as const)(
    'that has no %s left: sessions are opened, counted and proven as before',
    async (how) => {
      const seen = await onDisk(how)
      expect(seen.spoilt, 'nothing else can be written there').toBe(true)
      expect(seen.before).toBe(1)
      expect(seen.refused).toEqual([])
      expect(seen.whileBad).toMatchObject({
        counted: 40,
        troubles: [null, null],
        journal: { is: 'closed', sequence: 40 },
        verified: { is: 'whole', lines: 40 },
      })
      expect(seen).toMatchObject({ opensAgain: true, counted: 41, verified: { is: 'whole', lines: 41 } })
    },
  )

  test('that becomes read-only: no session is opened, staff are told why, and nothing counted is lost', async () => {
    const seen = await onDisk('readOnly')
    expect(seen.spoilt).toBe(true)
    expect(seen.refused).toHaveLength(38)
    expect(seen.refused[0]).toMatch(/journal\.json: cannot be written: the disk is read-only/)
    expect(seen.whileBad).toMatchObject({
      counted: 1,
      journal: { is: 'open', sequence: 2 },
      verified: { is: 'whole', lines: 1 },
    })
    for (const trouble of seen.whileBad.troubles) expect(trouble).toContain('the disk is read-only')
    // Sessions 1 and 2 were shown to somebody, then the one after the disk was mended.
    expect(seen).toMatchObject({ opensAgain: true, counted: 3, verified: { is: 'whole', lines: 3 } })
  })
})
