import { describe, expect, onTestFinished, test } from 'vitest'
import '../../../doubles/silent-log.ts'
import { startVisitor, type Visitor } from '../../../../main/guardian/visitors/visitor.ts'
import { findProcessesInProc } from '../../../../main/guardian/wipe/processes.ts'
import { temporaryFolder } from '../../../doubles/temporary-folder.ts'

/** A real process in the place of a visitor's, that runs a few lines of ours. */
function started(lines: string, root: string, debugged = false): { visitor: Visitor; said: unknown[] } {
  const args = ['-e', lines, '--', `--user-data-dir=${root}/profile`]
  const launch = { command: process.execPath, args, env: { MARK: 'only this' }, cwd: root }
  const visitor = startVisitor(root, launch, debugged)
  onTestFinished(() => visitor.kill())
  const said: unknown[] = []
  visitor.listen((message) => said.push(message))
  return { visitor, said }
}

const until = (said: unknown[], type: string) =>
  expect.poll(() => said, { timeout: 10_000 }).toContainEqual(expect.objectContaining({ type }))

describe('a visitor’s process', () => {
  test('is heard only where it keeps to the contract', async () => {
    const { said } = started(
      `for (const message of ['x', null, { type: 'eval' }, { type: 'documents', count: -1 },
         { type: 'serviceVisited', service: 'x'.repeat(41) }, { type: 'gone' },
         { type: 'documents', count: 2, name: 'avis.pdf' }, { type: 'ready' }]) process.send(message)
       setInterval(() => {}, 1000)`,
      await temporaryFolder(),
    )
    await until(said, 'ready')
    expect(said).toEqual([{ type: 'documents', count: 2 }, { type: 'ready' }])
  })

  test('hears what it is told, and has the environment it was given alone', async () => {
    const { visitor, said } = started(
      `process.on('message', ({ type }) => process.send({ type: 'serviceVisited', service: type + process.env.MARK }))
       if (process.env.HOME === undefined) process.send({ type: 'ready' })`,
      await temporaryFolder(),
    )
    await until(said, 'ready')
    visitor.send({ type: 'cover' })
    await until(said, 'serviceVisited')
    expect(said).toContainEqual({ type: 'serviceVisited', service: 'coveronly this' })
  })

  test('is killed with all it has started, however deaf', async () => {
    const root = await temporaryFolder()
    const { visitor, said } = started(
      `process.on('SIGTERM', () => {})
       require('node:child_process').spawn(process.execPath,
         ['-e', "process.on('SIGTERM', () => {}); setInterval(() => {}, 1000)", '--', process.argv.at(-1)])
         .on('spawn', () => process.send({ type: 'ready' }))
       setInterval(() => {}, 1000)`,
      root,
    )
    await until(said, 'ready')
    await expect.poll(() => findProcessesInProc(root)).toHaveLength(2)
    await visitor.kill()
    expect(visitor.gone).toBe(true)
    expect(said.at(-1)).toEqual({ type: 'gone' })
    await expect.poll(() => findProcessesInProc(root)).toEqual([])
    await visitor.kill()
    visitor.send({ type: 'cover' })
  })

  test('that ended before anyone listened is told as gone', async () => {
    const { visitor, said } = started('', await temporaryFolder())
    await until(said, 'gone')
    const later: unknown[] = []
    visitor.listen((message) => later.push(message))
    expect(later).toEqual([{ type: 'gone' }])
  })

  test('that cannot be started at all is gone, and killing it ends', async () => {
    const root = await temporaryFolder()
    const visitor = startVisitor(root, { command: `${root}/none`, args: [], env: {}, cwd: root }, false)
    await visitor.kill()
    expect(visitor.gone).toBe(true)
  })

  test('tells a debugging port only where one was asked for', async () => {
    const lines = `process.stderr.write('DevTools listening on ws://127.0.0.1:40123/devtools/browser/x\\n')
      setTimeout(() => process.send({ type: 'ready' }), 50); setInterval(() => {}, 1000)`
    const root = await temporaryFolder()
    const [asked, other] = [started(lines, root, true), started(lines, root)]
    await until(asked.said, 'ready')
    await until(other.said, 'ready')
    await expect.poll(() => asked.visitor.debuggingPort()).toBe(40_123)
    expect(other.visitor.debuggingPort()).toBeUndefined()
  })
})
