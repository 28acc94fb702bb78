import { join } from 'node:path'
import { execa } from 'execa'
import { expect, test } from 'vitest'
import { parseMounts } from '../../../../main/guardian/wipe/mounts.ts'
import { isRemovable, removableMediaPlace } from '../../../../main/guardian/wipe/removable-media-place.ts'

/** What a stick really mounted, then really unmounted, was told to be; in a namespace where anyone may mount. */
async function withStick(...args: string[]) {
  const script = join(import.meta.dirname, 'with-stick.ts')
  const { stdout } = await execa('unshare', ['--map-root-user', '--mount', process.execPath, script, ...args])
  return JSON.parse(stdout)
}

test('a stick left in is unmounted, what is mounted in it too, and another user’s stays', async () => {
  const { before, after, left } = await withStick()
  expect(before).toMatchObject({
    is: 'present',
    what: '2 media: remove the USB stick',
    where: '/dev/sdz1, /dev/sdz2',
  })
  expect(after).toEqual({ is: 'absent', place: 'removableMedia' })
  expect(left).toEqual(['/dev/sdy1'])
})

test('a stick that cannot be unmounted is told by its device, not by its name', async () => {
  const { after } = await withStick('busy')
  expect(after).toEqual({
    is: 'present',
    place: 'removableMedia',
    what: '1 media: remove the USB stick',
    where: '/dev/sdz1',
    why: 'UNMOUNT_REFUSED',
  })
})

test('all are tried though one refuses', async () => {
  const asked: string[] = []
  const mounts = ['a', 'b'].map((name) => ({
    point: `/run/media/personne/${name}`,
    type: 'vfat',
    source: name,
  }))
  const place = removableMediaPlace(
    async () => mounts,
    'personne',
    async ({ source }) => {
      asked.push(source)
      throw new Error('busy')
    },
  )
  await expect(place.wipe()).rejects.toThrow('busy')
  expect(asked).toEqual(['a', 'b'])
})

test('the machine’s own disks are no sticks', () => {
  const table = `25 30 0:23 / /media/personne/cl\\303\\251 usb rw,nosuid - vfat /dev/sdb1 rw
26 30 8:1 / /media/data rw - ext4 /dev/sda2 rw
27 30 8:2 / /media/personne\\040bis/x rw shared:1 master:2 - ext4 /dev/sda3 rw
`
  const mounts = parseMounts(table)
  expect(mounts.map(({ source }) => source)).toEqual(['/dev/sdb1', '/dev/sda2', '/dev/sda3'])
  expect(mounts.filter((mount) => isRemovable(mount, 'personne')).map(({ type }) => type)).toEqual(['vfat'])
})
