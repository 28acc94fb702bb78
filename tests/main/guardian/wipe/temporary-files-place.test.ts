import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, open, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { findInUseInProc } from '../../../../main/guardian/wipe/in-use.ts'
import { recentEntries } from '../../../../main/guardian/wipe/recent-entries.ts'
import { temporaryFilesPlace } from '../../../../main/guardian/wipe/temporary-files-place.ts'
import { temporaryFolder } from '../../../doubles/temporary-folder.ts'

const absent = { is: 'absent', place: 'temporaryFiles' }

/** A temporary folder, and its place for a session that begins now. */
async function sessionIn(folder: string) {
  await pause(20)
  const began = new Date()
  await pause(20)
  return temporaryFilesPlace([folder, join(folder, 'none')], async () => began, findInUseInProc)
}

test('what Chromium left in a temporary folder during the session goes, and nothing else', async () => {
  const folder = await temporaryFolder()
  await writeFile(join(folder, '.org.chromium.Chromium.before'), 'another program’s')
  const place = await sessionIn(folder)
  await writeFile(join(folder, '.org.chromium.Chromium.AbCdEf'), 'canary')
  await mkdir(join(folder, '.org.chromium.dir', 'deep'), { recursive: true })
  await writeFile(join(folder, '.org.chromium.dir', 'deep', 'canary'), 'canary')
  await writeFile(join(folder, 'someone.txt'), 'kept')
  await mkdir(join(folder, 'scoped_dir1'))

  expect(await place.readBack(null)).toMatchObject({ is: 'present', what: '2 entries', where: folder })
  await place.wipe()
  expect(await place.readBack(null)).toEqual(absent)
  expect((await readdir(folder)).sort()).toEqual([
    '.org.chromium.Chromium.before',
    'scoped_dir1',
    'someone.txt',
  ])
})

test('what a living program holds open is its own', async () => {
  const folder = await temporaryFolder()
  const place = await sessionIn(folder)
  const file = await open(join(folder, '.org.chromium.Chromium.held'), 'w')
  onTestFinished(() => file.close().catch(() => {}))
  await mkdir(join(folder, '.org.chromium.[1]'))
  const socket = createServer()
  onTestFinished(() => void socket.close())
  await new Promise<void>((resolve) =>
    socket.listen(join(folder, '.org.chromium.[1]', 'SingletonSocket'), resolve),
  )
  await writeFile(join(folder, '.org.chromium.1'), 'canary')
  await writeFile(join(folder, '.org.chromium.Chromium.heldnot'), 'canary')
  await place.wipe()
  expect((await readdir(folder)).sort()).toEqual(['.org.chromium.Chromium.held', '.org.chromium.[1]'])
  expect(await place.readBack(null)).toEqual(absent)
  await file.close()
  expect(await place.readBack(null), 'nobody holds it any more').toMatchObject({ is: 'present' })
})

test('a link among it goes, what it points to stays', async () => {
  const folder = await temporaryFolder()
  const kept = join(folder, 'kept')
  await mkdir(kept)
  await writeFile(join(kept, 'file'), 'kept')
  const place = await sessionIn(folder)
  await symlink(kept, join(folder, '.org.chromium.link'))
  await mkdir(join(folder, '.org.chromium.other'))
  await symlink(kept, join(folder, '.org.chromium.other', 'link'))
  await place.wipe()
  expect(await readdir(folder)).toEqual(['kept'])
  expect(await readFile(join(kept, 'file'), 'utf8')).toBe('kept')
})

test('a folder in which others come and go all the time is read all the same', async () => {
  const folder = await temporaryFolder()
  const churn = `import os, sys
while True:
  for i in range(300): open(f"{sys.argv[1]}/{i}", "w").close()
  for i in range(300): os.unlink(f"{sys.argv[1]}/{i}")`
  const others = spawn('python3', ['-c', churn, folder], { stdio: 'ignore' })
  onTestFinished(async () => {
    others.kill('SIGKILL')
    await once(others, 'exit')
  })
  await expect.poll(() => readdir(folder), { timeout: 10_000 }).not.toEqual([])
  const spot = { base: folder, below: '', depth: 1 } as const
  for (let times = 0; times < 50; times += 1) await recentEntries(spot, new Date(0))
}, 30_000)

test('a file that a living program takes away while one looks was never left', async () => {
  const folder = await temporaryFolder()
  const path = join(folder, '.org.chromium.brief')
  const began = new Date(0)
  const place = temporaryFilesPlace(
    [folder],
    async () => began,
    async () => {
      await rm(path)
      return []
    },
  )
  await writeFile(path, 'another program’s')
  expect(await place.readBack(null)).toEqual(absent)
})
