import { chmod, mkdir, readdir, readFile, rename, symlink, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, onTestFinished, test } from 'vitest'
import {
  desktopSpots,
  desktopTracesPlace,
  trashSpots,
} from '../../../../main/guardian/wipe/desktop-traces-place.ts'
import { enterable } from '../../../../main/guardian/wipe/mounts.ts'
import { recentFilesList } from '../../../../main/guardian/wipe/recent-files-list.ts'
import { temporaryFolder } from '../../../doubles/temporary-folder.ts'

const absent = { is: 'absent', place: 'desktopTraces' }
const trashed = 'home/.local/share/Trash/files'

/** A home in which something was done before the session that begins now. */
async function homeInSession() {
  const folder = await temporaryFolder()
  const at = (path: string) => join(folder, path)
  const write = async (path: string, text = 'canary') => {
    await mkdir(join(at(path), '..'), { recursive: true })
    await writeFile(at(path), text)
  }
  await write(`${trashed}/before`)
  await write('home/.local/share/Trash/info/before.trashinfo')
  await write('home/.cache/thumbnails/normal/before.png')
  await write('home/.local/share/recently-used.xbel', listOf(bookmark('before', '2020-01-01T00:00:00Z')))
  await write('outside/kept')
  await pause(20)
  const began = new Date()
  await pause(20)
  const { spots, recentFiles } = desktopSpots(at('home'), {})
  const place = desktopTracesPlace(
    async () => spots,
    recentFilesList(recentFiles),
    async () => began,
  )
  return { at, write, place, recentFiles, names: async (path: string) => (await readdir(at(path))).sort() }
}

const listOf = (...entries: string[]) =>
  `<?xml version="1.0"?>\n<xbel version="1.0">\n${entries.join('')}</xbel>\n`
const bookmark = (name: string, visited = new Date().toISOString()) =>
  `  <bookmark href="file:///home/${name}" added="2020-01-01T00:00:00Z" modified="2020-01-01T00:00:00Z" visited="${visited}">
    <info><metadata owner="http://freedesktop.org"><mime:mime-type type="application/pdf"/>
    <bookmark:applications><bookmark:application name="x" exec="x"/></bookmark:applications></metadata></info>
  </bookmark>\n`

describe('what a desktop remembers of a session', () => {
  test('goes: trash, thumbnails, recent files; and what it remembered before stays', async () => {
    const { at, write, place, recentFiles, names } = await homeInSession()
    await write(`${trashed}/canary.pdf`)
    await write('home/.local/share/Trash/info/canary.pdf.trashinfo')
    await write(`${trashed}/folder/deep/canary`)
    await write('home/.cache/thumbnails/normal/canary.png')
    await write('home/.cache/thumbnails/fail/gnome/canary.png')
    await write('home/.local/share/RecentDocuments/canary.desktop')
    await writeFile(
      recentFiles,
      listOf(bookmark('canary1'), bookmark('before', '2020-01-01T00:00:00Z'), bookmark('canary2')),
    )

    expect(await place.readBack(null)).toMatchObject({ is: 'present', what: '8 entries' })
    await place.wipe()
    expect(await place.readBack(null)).toEqual(absent)
    expect(await names(trashed)).toEqual(['before'])
    expect(await names('home/.local/share/Trash/info')).toEqual(['before.trashinfo'])
    expect(await names('home/.cache/thumbnails/normal')).toEqual(['before.png'])
    expect(await readFile(recentFiles, 'utf8')).toBe(listOf(bookmark('before', '2020-01-01T00:00:00Z')))
    await place.wipe()
    expect(await names(trashed)).toEqual(['before'])
    expect(await readFile(at('outside/kept'), 'utf8')).toBe('canary')
  })

  test('goes though its files are made to look old, or were moved there', async () => {
    const { at, write, place, names } = await homeInSession()
    await write(`${trashed}/aged`)
    await utimes(at(`${trashed}/aged`), 0, 0)
    await rename(at('outside/kept'), at(`${trashed}/moved`))
    await place.wipe()
    expect(await names(trashed)).toEqual(['before'])
  })

  test('goes without following a link', async () => {
    const { at, place, names } = await homeInSession()
    await symlink(at('outside'), at(`${trashed}/link`))
    await symlink(at('outside'), at('home/.cache/thumbnails/large'))
    await place.wipe()
    expect(await place.readBack(null)).toEqual(absent)
    expect(await names(trashed)).toEqual(['before'])
    expect(await names('outside')).toEqual(['kept'])
  })

  test('is not looked for, nor removed, behind a link in place of the folder itself', async () => {
    const { at, write, place, names } = await homeInSession()
    await write('elsewhere/files/precious')
    await rename(at('home/.local/share/Trash'), at('home/.local/share/old'))
    await symlink(at('elsewhere'), at('home/.local/share/Trash'))
    await expect(place.wipe()).rejects.toMatchObject({ code: 'ENOTDIR' })
    await expect(place.readBack(null)).rejects.toMatchObject({ code: 'ENOTDIR' })
    expect(await names('elsewhere/files')).toEqual(['precious'])
  })

  test('is told by place and number, not by name, when it cannot be removed', async () => {
    const { at, write, place } = await homeInSession()
    await write(`${trashed}/name/canary`)
    const outcome = await place.readBack('FIND_INCOMPLETE')
    expect(outcome).toEqual({
      is: 'present',
      place: 'desktopTraces',
      what: '1 entries',
      where: at('home/.local/share/Trash'),
      why: 'FIND_INCOMPLETE',
    })
  })

  test('is nothing in a home that has none of it', async () => {
    const folder = await temporaryFolder()
    const { spots, recentFiles } = desktopSpots(folder, { XDG_DATA_HOME: join(folder, 'none') })
    const place = desktopTracesPlace(
      async () => spots,
      recentFilesList(recentFiles),
      async () => new Date(0),
    )
    await place.wipe()
    expect(await place.readBack(null)).toEqual(absent)
  })
})

describe('the list of recent files', () => {
  const since = new Date('2026-01-01T00:00:00Z')
  async function listWith(text: string) {
    const path = join(await temporaryFolder(), 'recently-used.xbel')
    await writeFile(path, text)
    return recentFilesList(path)
  }

  test('that is cut short holds half an entry of anyone: it goes', async () => {
    const whole = listOf(bookmark('canary', '2020-01-01T00:00:00Z'))
    const list = await listWith(whole.slice(0, whole.indexOf('</info>')))
    expect(await list.countSince(since)).toBe(1)
    await list.removeSince(since)
    expect(await list.countSince(since)).toBe(0)
    await expect(readFile(list.path)).rejects.toMatchObject({ code: 'ENOENT' })
  })

  test('with an entry of no time, or a time that is none, loses it', async () => {
    const list = await listWith(
      listOf('<bookmark href="a"/>\n', '<bookmark href="b" added="soon"></bookmark>\n'),
    )
    expect(await list.countSince(since)).toBe(2)
    await list.removeSince(since)
    expect(await readFile(list.path, 'utf8')).toBe(listOf())
  })

  test('that is a link is not read', async () => {
    const { path } = await listWith(listOf(bookmark('canary')))
    await symlink(path, `${path}.link`)
    await expect(recentFilesList(`${path}.link`).countSince(since)).rejects.toMatchObject({ code: 'ELOOP' })
  })
})

test('trash on other disks is looked for where it is local and nobody’s stick', () => {
  const mounts = [
    { point: '/srv', type: 'ext4', source: '/dev/sdb1' },
    { point: '/mnt/share', type: 'cifs', source: '//server/share' },
    { point: '/media/personne/stick', type: 'vfat', source: '/dev/sdc1' },
  ]
  expect(trashSpots(mounts, { id: 999, name: 'personne' })).toEqual([
    { base: '/srv', below: '.Trash-999', depth: 2 },
    { base: '/srv', below: '.Trash/999', depth: 2 },
  ])
})

test('where a single file is mounted there is no trash', async () => {
  const file = join(await temporaryFolder(), 'resolv.conf')
  await writeFile(file, '')
  const spots = trashSpots([{ point: file, type: 'ext4', source: '/dev/sda1' }], {
    id: 999,
    name: 'personne',
  })
  const place = desktopTracesPlace(
    async () => spots,
    recentFilesList(`${file}.xbel`),
    async () => new Date(),
  )
  await place.wipe()
  expect(await place.readBack(null)).toEqual(absent)
})

test('what this user may not enter can hold no trash of theirs, and does not close the post', async () => {
  // As the runtime folder of an admin who is logged in; not even root's `/root`, but for root.
  const closed = await temporaryFolder()
  const [outer, mount] = [join(closed, 'outer'), join(closed, 'outer', 'mount')]
  await mkdir(mount, { recursive: true })
  const open = { point: closed, type: 'ext4', source: '/dev/sda1' }
  const mounts = [open, { ...open, point: mount }]
  await chmod(outer, 0)
  onTestFinished(() => chmod(outer, 0o700))
  expect(await enterable(mounts)).toEqual(process.getuid?.() === 0 ? mounts : [open])
})
