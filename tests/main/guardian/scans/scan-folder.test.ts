import { execFileSync } from 'node:child_process'
import { mkdir, rename, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { scanFolder } from '../../../../main/guardian/scans/scan-folder.ts'
import { temporaryFolder } from '../../../doubles/temporary-folder.ts'

const module = join(import.meta.dirname, '../../../../main/guardian/scans/scan-folder.ts')

test('a look tells the names as they are, or why it cannot', async () => {
  const path = join(await temporaryFolder(), 'scans')
  const folder = scanFolder(path)
  expect(await folder.look()).toEqual({ is: 'gone', why: 'there is no such folder; is its drive connected?' })
  await mkdir(path)
  await writeFile(Buffer.concat([Buffer.from(`${path}/`), Buffer.from([0xff])]), 'x')
  expect(await folder.look()).toMatchObject({ is: 'there', names: [Buffer.from([0xff])] })
  await rename(path, `${path}-moved`)
  await symlink(`${path}-moved`, path)
  expect(await folder.look()).toEqual({ is: 'gone', why: 'a link or a file stands in its place' })
})

test('the bare folder a drive was mounted on proves nothing', async () => {
  const path = join(await temporaryFolder(), 'drive')
  await mkdir(path)
  // A namespace of its own, in which any user may mount.
  const script = `
    import { execFileSync } from 'node:child_process'
    import { scanFolder } from ${JSON.stringify(module)}
    const path = ${JSON.stringify(path)}
    const folder = scanFolder(path)
    const looks = [await folder.look()]
    execFileSync('mount', ['-t', 'tmpfs', 'drive', path])
    looks.push(await folder.look())
    execFileSync('umount', [path])
    looks.push(await folder.look())
    execFileSync('mount', ['-t', 'tmpfs', 'drive', path])
    looks.push(await folder.look())
    console.log(JSON.stringify(looks.map(({ is, why }) => ({ is, why }))))`
  const args = [
    '--user',
    '--map-root-user',
    '--mount',
    process.execPath,
    '--input-type=module',
    '--eval',
    script,
  ]
  const looks = JSON.parse(
    execFileSync('unshare', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }),
  )
  expect(looks).toEqual([
    { is: 'there' },
    { is: 'there' },
    { is: 'gone', why: 'its drive is not mounted' },
    { is: 'there' },
  ])
})
