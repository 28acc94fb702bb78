import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { execa } from 'execa'
import { afterEach, beforeEach, expect, test } from 'vitest'
import shipped from '../../assets/runtime/electron.json' with { type: 'json' }

const checkout = join(import.meta.dirname, '../..')
let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'estran-runtime-'))
})

afterEach(() => rm(folder, { recursive: true, force: true }))

/** Packages with a runtime that is called so; each of these must end before anything is built. */
async function pack(kind: 'official' | 'test', version: string, args: string[]) {
  await writeFile(join(folder, 'version'), version)
  const env = { ESTRAN_ELECTRON: join(folder, 'electron'), ESTRAN_RUNTIME_KIND: kind }
  const { exitCode, stderr, stdout } = await execa('node', ['scripts/package.ts', ...args], {
    cwd: checkout,
    env,
    preferLocal: true,
    reject: false,
  })
  expect(stdout).toBe('')
  return { exitCode, stderr }
}

test('what is handed out is never made with the test runtime, whatever it is called', async () => {
  for (const kind of ['test', 'official'] as const) {
    const { exitCode, stderr } = await pack(kind, '33.4.11', [])
    expect(exitCode).toBe(69)
    expect(stderr).toContain('--test-build')
  }
})

test('a test build is never made with the official runtime', async () => {
  const { exitCode, stderr } = await pack('official', shipped.electron, ['--test-build'])
  expect(exitCode).toBe(64)
  expect(stderr).toContain('ESTRAN_RUNTIME=test')
})

test('what is not understood is refused', async () => {
  for (const args of [['--testbuild'], ['--test-build', 'x']]) {
    expect((await pack('test', '33.4.11', args)).exitCode).toBe(64)
  }
})
