import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { kept, writtenPaths } from './trace.ts'

const run = promisify(execFile)
let folder: string

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'trace-')))
})
afterEach(() => rmSync(folder, { recursive: true }))

/** Names, below the folder, that a shell script under trace has left. */
async function leftBy(script: string): Promise<string[]> {
  const env = { ...process.env, ESTRAN_TRACED: '/bin/sh', ESTRAN_TRACE: join(folder, 'trace') }
  await run(join(import.meta.dirname, 'strace.sh'), ['-c', script], { cwd: folder, env })
  // The tracer writes its last line after the program has gone.
  await pause(300)
  const written = kept(writtenPaths(readFileSync(env.ESTRAN_TRACE, 'utf8'), folder))
  return written.map(({ path }) => path.replace(`${folder}/`, '')).filter((path) => !path.startsWith('/'))
}

test('what a program wrote and did not delete is told, whichever way it was made', async () => {
  const script = `
    echo a > written; echo b >> added; : > gone; rm gone
    mkdir folder; ln -s nowhere link; ln written hard; mkfifo pipe
    mv added renamed; (cd folder && echo c > below && mkdir deeper)
    touch 'é " \\ name'; cat written > /dev/null`
  expect((await leftBy(script)).sort()).toEqual(
    [
      'written',
      'folder',
      'link',
      'hard',
      'pipe',
      'renamed',
      'folder/below',
      'folder/deeper',
      'é " \\ name',
    ].sort(),
  )
})

test('what was only read, or failed, is not told', async () => {
  expect(await leftBy('cat /etc/hostname; mkdir /proc/none; echo x > /proc/none; true')).toEqual([])
})

test('a call that another interrupts is put together again', () => {
  const trace = [
    '12 openat(AT_FDCWD</a>, "b/c", O_WRONLY|O_CREAT, 0600 <unfinished ...>',
    '13 mkdir("/d", 0700) = 0',
    '12 <... openat resumed>)             = 5</a/b/c>',
    '12 mkdir("e", 0700) = 0',
  ]
  expect(writtenPaths(trace.join('\n'), '/').map(({ path }) => path)).toEqual(['/d', '/a/b/c', '/a/e'])
})
