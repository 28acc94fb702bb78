import { execFileSync } from 'node:child_process'
import { chmod, mkdir, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { emptyFolderOnLinux, removeTreeOnLinux } from '../../../../main/guardian/wipe/remove-tree.ts'
import { abandonedRootsPlace, sessionRootPlace } from '../../../../main/guardian/wipe/session-root-place.ts'
import { onceWiped } from '../../../../main/guardian/wipe/wipe.ts'
import { systemScheduler } from '../../../../main/lib/scheduler.ts'
import { temporaryFolder } from '../../../doubles/temporary-folder.ts'

const absent = { is: 'absent', place: 'sessionRoot' }

/** A root with some files in it, beside a folder that is none of its business. */
async function rootWithNeighbour() {
  const folder = await temporaryFolder()
  const root = join(folder, 'root')
  const neighbour = join(folder, 'neighbour')
  await mkdir(join(root, 'profile', 'deep'), { recursive: true })
  await writeFile(join(root, 'profile', 'deep', 'Cookies'), 'x')
  await mkdir(neighbour)
  await writeFile(join(neighbour, 'kept'), 'kept')
  return { folder, root, neighbour, kept: () => readFile(join(neighbour, 'kept'), 'utf8') }
}

async function wipeAndRead(root: string) {
  const place = sessionRootPlace(root, removeTreeOnLinux)
  await place.wipe()
  return place.readBack(null)
}

describe('a session root', () => {
  test('is removed with all below it, and removing it twice is safe', async () => {
    const { folder, root, kept } = await rootWithNeighbour()
    expect(await wipeAndRead(root)).toEqual(absent)
    expect(await wipeAndRead(root)).toEqual(absent)
    expect(await readdir(folder)).toEqual(['neighbour'])
    expect(await kept()).toBe('kept')
  })

  test('is removed without following a link out of it', async () => {
    const { root, neighbour, kept } = await rootWithNeighbour()
    await symlink(neighbour, join(root, 'profile', 'folder-link'))
    await symlink(join(neighbour, 'kept'), join(root, 'file-link'))
    await symlink('../neighbour', join(root, 'relative-link'))
    await symlink(root, join(root, 'profile', 'loop'))
    await chmod(join(root, 'profile'), 0o500)
    await chmod(neighbour, 0o500)
    expect(await wipeAndRead(root)).toEqual(absent)
    expect((await stat(neighbour)).mode & 0o777).toBe(0o500)
    await chmod(neighbour, 0o700)
    expect(await kept()).toBe('kept')
  })

  test('that is a link itself goes, and what it points to stays', async () => {
    const { folder, neighbour, kept } = await rootWithNeighbour()
    const link = join(folder, 'link')
    await symlink(neighbour, link)
    expect(await wipeAndRead(link)).toEqual(absent)
    expect(await kept()).toBe('kept')
  })

  test('is removed with folders that nobody may enter', async () => {
    const { root } = await rootWithNeighbour()
    await chmod(join(root, 'profile', 'deep'), 0o000)
    await chmod(join(root, 'profile'), 0o000)
    await chmod(root, 0o500)
    expect(await wipeAndRead(root)).toEqual(absent)
  })

  test('is removed with names of any kind', async () => {
    const { root } = await rootWithNeighbour()
    for (const name of ['-rf', '--help', 'new\nline', ' ', '*', '$(reboot)', 'x.asar', 'é', '"; touch x']) {
      await mkdir(join(root, name))
      await writeFile(join(root, name, name), 'x')
    }
    await writeFile(Buffer.concat([Buffer.from(`${root}/`), Buffer.from([0xff, 0xfe])]), 'x')
    await writeFile(join(root, 'archive.asar'), 'not one')
    execFileSync('mkfifo', [join(root, 'pipe')])
    expect(await wipeAndRead(root)).toEqual(absent)
  })

  test('still there is told with where, how much and why, but no name of a file', async () => {
    const { root } = await rootWithNeighbour()
    const place = sessionRootPlace(root, () => Promise.reject(new Error('never called')))
    expect(await place.readBack(null)).toEqual({
      is: 'present',
      place: 'sessionRoot',
      what: '4 entries',
      where: root,
      why: 'still there after it was removed',
    })
    expect(await place.readBack('EPERM')).toMatchObject({ why: 'EPERM' })
  })

  test('that cannot be looked at is not known to be gone', async () => {
    const { neighbour } = await rootWithNeighbour()
    // Below a file: neither root nor anyone else can look there.
    const place = sessionRootPlace(join(neighbour, 'kept', 'root'), async () => {})
    await expect(place.readBack(null)).rejects.toMatchObject({ code: 'ENOTDIR' })
    const { places } = await onceWiped([place], systemScheduler)()
    expect(places[0]).toMatchObject({ is: 'unverifiable', why: 'ENOTDIR' })
  })
})

describe('removing a tree', () => {
  test('refuses a path that could lead elsewhere than it seems to', async () => {
    const { neighbour, root, kept } = await rootWithNeighbour()
    for (const path of [
      `${neighbour}/.`,
      `${root}/../neighbour`,
      'neighbour',
      '~/neighbour',
      '//host/share',
      '/',
      '',
    ]) {
      await expect(removeTreeOnLinux(path)).rejects.toMatchObject({ code: 'EINVAL' })
      await expect(emptyFolderOnLinux(path)).rejects.toMatchObject({ code: 'EINVAL' })
    }
    expect(await kept()).toBe('kept')
  })
})

describe('emptying a folder', () => {
  test('keeps the folder and what is beside it', async () => {
    const { folder, root, kept } = await rootWithNeighbour()
    await chmod(join(root, 'profile'), 0o000)
    await emptyFolderOnLinux(root)
    expect((await readdir(folder)).sort()).toEqual(['neighbour', 'root'])
    expect(await readdir(root)).toEqual([])
    expect(await kept()).toBe('kept')
    await emptyFolderOnLinux(join(folder, 'none'))
  })

  test('is refused where a link stands in its place', async () => {
    const { folder, neighbour, kept } = await rootWithNeighbour()
    await symlink(neighbour, join(folder, 'link'))
    for (const path of [join(folder, 'link'), `${folder}/link/`]) {
      await expect(emptyFolderOnLinux(path)).rejects.toMatchObject({ code: 'ENOTDIR' })
    }
    expect(await kept()).toBe('kept')
  })
})

describe('roots left by a crash', () => {
  test('are removed from every base, and bases that never were are no trouble', async () => {
    const { folder, root, neighbour, kept } = await rootWithNeighbour()
    await symlink(neighbour, join(root, 'link'))
    const place = abandonedRootsPlace([join(folder, 'none'), root], removeTreeOnLinux)
    expect(await place.readBack(null)).toMatchObject({ is: 'present', where: root, what: '5 entries' })
    await place.wipe()
    expect(await place.readBack(null)).toEqual(absent)
    expect(await kept()).toBe('kept')
  })

  test('are removed from the other bases though one of them fails', async () => {
    const { folder, root, neighbour } = await rootWithNeighbour()
    const place = abandonedRootsPlace([`${neighbour}/.`, root], removeTreeOnLinux)
    await expect(place.wipe()).rejects.toMatchObject({ code: 'EINVAL' })
    expect(await readdir(folder)).toEqual(['neighbour'])
  })
})
