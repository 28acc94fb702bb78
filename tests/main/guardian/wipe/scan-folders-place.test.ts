import { mkdir, readdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { scanFolder } from '../../../../main/guardian/scans/scan-folder.ts'
import { emptyFolderOnLinux } from '../../../../main/guardian/wipe/remove-tree.ts'
import { scanFoldersPlace } from '../../../../main/guardian/wipe/scan-folders-place.ts'
import { temporaryFolder } from '../../../doubles/temporary-folder.ts'

const absent = { is: 'absent', place: 'scanFolders' }

async function twoFolders() {
  const around = await temporaryFolder()
  const paths = [join(around, 'one'), join(around, 'two')]
  for (const path of paths) {
    await mkdir(join(path, 'below', 'deep'), { recursive: true })
    await writeFile(join(path, 'below', 'deep', 'page.pdf'), 'x')
    await writeFile(join(path, 'page.pdf'), 'x')
  }
  await writeFile(join(around, 'private.pdf'), 'private')
  const place = scanFoldersPlace(paths.map(scanFolder), emptyFolderOnLinux)
  return { around, paths, place, one: paths[0] ?? '' }
}

describe('the scan folders', () => {
  test('are emptied and stay, and emptying them twice is safe', async () => {
    const { place, paths } = await twoFolders()
    expect(await place.readBack(null)).toMatchObject({
      is: 'present',
      what: '4 entries',
      where: paths.join(', '),
    })
    for (let time = 0; time < 2; time++) {
      await place.wipe()
      expect(await place.readBack(null)).toEqual(absent)
    }
    for (const path of paths) expect(await readdir(path)).toEqual([])
  })

  test('are none: nothing to wipe', async () => {
    const place = scanFoldersPlace([], emptyFolderOnLinux)
    await place.wipe()
    expect(await place.readBack(null)).toEqual(absent)
  })

  test('are emptied without following a link out of them', async () => {
    const { around, place, one } = await twoFolders()
    await symlink(join(around, 'private.pdf'), join(one, 'link.pdf'))
    await symlink(around, join(one, 'folder'))
    await place.wipe()
    expect(await place.readBack(null)).toEqual(absent)
    expect(await readFile(join(around, 'private.pdf'), 'utf8')).toBe('private')
  })

  test('of which one is gone cannot be verified; the other is emptied all the same', async () => {
    const { place, paths, one } = await twoFolders()
    await rm(one, { recursive: true })
    await place.wipe().catch(() => {})
    expect(await place.readBack(null)).toEqual({
      is: 'unverifiable',
      place: 'scanFolders',
      where: one,
      why: 'there is no such folder; is its drive connected?',
    })
    expect(await readdir(paths[1] ?? '')).toEqual([])
  })

  test('of which one has become a link are not emptied through it', async () => {
    const { around, place, one } = await twoFolders()
    const elsewhere = join(around, 'elsewhere')
    await rename(one, elsewhere)
    await symlink(elsewhere, one)
    await place.wipe().catch(() => {})
    expect(await place.readBack(null)).toMatchObject({
      is: 'unverifiable',
      where: one,
      why: 'a link or a file stands in its place',
    })
    expect(await readdir(elsewhere)).toContain('page.pdf')
  })

  test('that were not emptied are told with where and how much, but no name of a file', async () => {
    const { place } = await twoFolders()
    expect(await place.readBack('EACCES')).toMatchObject({ is: 'present', what: '4 entries', why: 'EACCES' })
    expect(JSON.stringify(await place.readBack(null))).not.toContain('page.pdf')
  })
})
