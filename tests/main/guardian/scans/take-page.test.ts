import { execFileSync } from 'node:child_process'
import { link, mkdir, readdir, readFile, rename, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { takePage } from '../../../../main/guardian/scans/take-page.ts'
import { holdFolder } from '../../../../main/guardian/wipe/held-folder.ts'
import { type ScanPlace, scanPlace } from '../../../doubles/scan-folder.ts'

async function take({ path, documents }: ScanPlace, name: string | Buffer, quotaBytes = 1_000_000) {
  const from = await holdFolder(path)
  const to = await holdFolder(documents)
  const never = new AbortController().signal
  return takePage(from, Buffer.from(name), to, quotaBytes, never).finally(async () => {
    await from.close()
    await to.close()
  })
}

describe('a page', () => {
  test.each(['page.pdf', 'é œ.pdf', '-rf', 'x.asar', 'new\nline.pdf', '\u202Efdp.exe'])(
    'is moved, whole, whatever its name: %j',
    async (name) => {
      const place = await scanPlace()
      const content = 'x'.repeat(600_000)
      await writeFile(join(place.path, name), content)
      const taken = await take(place, name)
      expect(taken).toMatchObject({
        is: 'taken',
        bytes: 600_000,
        file: expect.stringMatching(/^arrived-[0-9a-f]{16}$/),
      })
      expect(await readdir(place.path)).toEqual([])
      const [arrived] = await readdir(place.documents)
      expect(await readFile(join(place.documents, arrived ?? ''), 'utf8')).toBe(content)
    },
  )

  test('that is too large for what is left stays where it is', async () => {
    const place = await scanPlace()
    await writeFile(join(place.documents, 'other.pdf'), 'x'.repeat(600))
    await writeFile(join(place.path, 'page.pdf'), 'x'.repeat(401))
    expect(await take(place, 'page.pdf', 1000)).toEqual({ is: 'refused', why: 'tooLarge' })
    expect(await readdir(place.documents)).toEqual(['other.pdf'])
    expect(await readdir(place.path)).toEqual(['page.pdf'])
  })

  test('whose session is over is dropped', async () => {
    const place = await scanPlace()
    await writeFile(join(place.path, 'page.pdf'), 'x')
    const [from, to] = [await holdFolder(place.path), await holdFolder(place.documents)]
    expect(await takePage(from, Buffer.from('page.pdf'), to, 1000, AbortSignal.abort())).toEqual({
      is: 'left',
    })
    expect(await readdir(place.documents)).toEqual([])
    await from.close()
    await to.close()
  })
})

describe('what is no page', () => {
  test('a link to a file or a folder outside is not followed', async () => {
    const place = await scanPlace()
    const outside = join(place.around, 'outside')
    await mkdir(outside)
    await writeFile(join(outside, 'private.pdf'), 'private')
    await symlink(join(outside, 'private.pdf'), join(place.path, 'page.pdf'))
    await symlink(outside, join(place.path, 'folder.pdf'))
    expect(await take(place, 'page.pdf')).toEqual({ is: 'left' })
    expect(await take(place, 'folder.pdf')).toEqual({ is: 'left' })
    expect(await readdir(place.documents)).toEqual([])
    expect(await readFile(join(outside, 'private.pdf'), 'utf8')).toBe('private')
  })

  test('a second name of an outside file is not shown', async () => {
    const place = await scanPlace()
    await writeFile(join(place.around, 'private.pdf'), 'private')
    await link(join(place.around, 'private.pdf'), join(place.path, 'page.pdf'))
    expect(await take(place, 'page.pdf')).toEqual({ is: 'left' })
    expect(await readdir(place.documents)).toEqual([])
  })

  test('a pipe does not hang, an empty file and a folder are left', async () => {
    const place = await scanPlace()
    execFileSync('mkfifo', [join(place.path, 'pipe.pdf')])
    await writeFile(join(place.path, 'empty.pdf'), '')
    await mkdir(join(place.path, 'folder.pdf'))
    for (const name of ['pipe.pdf', 'empty.pdf', 'folder.pdf', 'none.pdf']) {
      expect(await take(place, name), name).toEqual({ is: 'left' })
    }
    expect(await readdir(place.documents)).toEqual([])
  })
})

test('a visitor that puts a link in the place of its documents makes the guardian write nowhere', async () => {
  const place = await scanPlace()
  const outside = join(place.around, 'outside')
  await mkdir(outside)
  await rename(place.documents, `${place.documents}-moved`)
  await symlink(outside, place.documents)
  await writeFile(join(place.path, 'page.pdf'), 'x')
  await expect(take(place, 'page.pdf')).rejects.toMatchObject({ code: 'ENOTDIR' })
  expect(await readdir(outside)).toEqual([])
})
