import { execFile } from 'node:child_process'
import { chmod, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { build } from 'vite'
import { expect, test } from 'vitest'
import { expectWiped } from './expect-wiped.ts'
import { makeGround } from './ground.ts'
import { placeNames } from './removers.ts'
import { rowOf } from './table.ts'
import { type HostileThing, trial } from './trial.ts'

const run = promisify(execFile)
const electron = process.env.ESTRAN_ELECTRON ?? ''

const thing: HostileThing = {
  row: 'x.asar, in Electron',
  planted: 'a file and a folder, each in a locked folder too',
  plant: async ({ root }) => {
    for (const folder of [root, join(root, 'locked')]) {
      await mkdir(join(folder, 'folder.asar'), { recursive: true })
      await writeFile(join(folder, 'file.asar'), 'not an archive')
      await writeFile(join(folder, 'folder.asar', 'file.asar'), 'not an archive')
    }
    await chmod(join(root, 'locked', 'folder.asar'), 0o000)
    await chmod(join(root, 'locked'), 0o500)
  },
}

/** Electron's own Node takes no TypeScript. */
async function built(folder: string): Promise<string> {
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: join(import.meta.dirname, 'remove.ts'),
      outDir: folder,
      rollupOptions: { output: { entryFileNames: 'remove.mjs' } },
    },
  })
  return join(folder, 'remove.mjs')
}

const inElectron = (args: string[]) =>
  run(electron, args, { env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' } })

test.for(placeNames)(
  '%s: what is called x.asar is removed by Electron, too',
  async (place, { task, skip }) => {
    if (electron === '') {
      task.meta.notHere = 'no Electron was given'
      skip()
    }
    const { folder, clear } = await makeGround()
    try {
      const script = await built(join(folder, 'built'))
      const result = await trial(thing, place, async (root) => {
        const { stdout } = await inElectron([script, place, root])
        if (stdout !== '') throw Object.assign(new Error('something is left'), { code: stdout })
      })
      task.meta.row = rowOf(thing, place, result)
      expectWiped(thing, result)
    } finally {
      await clear()
    }
  },
)

test("Electron's own fs leaves x.asar", async ({ skip }) => {
  if (electron === '') skip()
  const removal = (root: string) =>
    inElectron([
      '-e',
      `require('fs').rmSync(${JSON.stringify(root)}, { recursive: true, force: true })`,
    ]).then(() => {})
  const { after } = await trial(thing, 'session root', removal)
  expect(after).toBeGreaterThan(0)
})
