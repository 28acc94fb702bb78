import { execFile, execFileSync } from 'node:child_process'
import { chown, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { expectWiped } from './expect-wiped.ts'
import { type PlaceName, placeNames } from './removers.ts'
import { rowOf } from './table.ts'
import { type HostileThing, trial } from './trial.ts'

const run = promisify(execFile)
const nobody = 65_534

/** In a folder of the service user's own: files can be taken away whoever owns them, a full folder cannot be emptied. */
const thing: HostileThing = {
  row: "another user's files, full folder",
  planted: '20 files, a folder with a file',
  left: { entries: 2, why: 'EACCES' },
  plant: async ({ folder, root }) => {
    for (let index = 0; index < 20; index++) await writeFile(join(root, `theirs-${index}`), 'x')
    await mkdir(join(root, 'theirs'), { mode: 0o755 })
    await writeFile(join(root, 'theirs', 'file'), 'x')
    for (const path of [folder, root, join(root, 'profile'), join(root, 'profile', 'deep')]) {
      await chown(path, nobody, nobody)
    }
  },
}

/** The right removal, run by a user without rights. */
const asNobody = (place: PlaceName) => async (root: string) => {
  const script = join(import.meta.dirname, 'remove.ts')
  const user = ['--reuid', `${nobody}`, '--regid', `${nobody}`, '--clear-groups']
  const { stdout } = await run('setpriv', [...user, process.execPath, script, place, root])
  if (stdout !== '') throw Object.assign(new Error('something is left'), { code: stdout })
}

test.for(placeNames)(
  "another user's files in a %s: what the service user may remove is gone, the rest is told",
  async (place, { task, skip }) => {
    if (process.getuid?.() !== 0) {
      task.meta.notHere = 'only root can plant it'
      skip()
    }
    const result = await trial(thing, place, asNobody(place))
    task.meta.row = rowOf(thing, place, result)
    expectWiped(thing, result)
  },
)

test('what another user owns is not in the way of root', async ({ skip }) => {
  if (process.getuid?.() !== 0) skip()
  const { after } = await trial(thing, 'session root', async (root) => void execFileSync('rm', ['-rf', root]))
  expect(after).toBe(0)
})
