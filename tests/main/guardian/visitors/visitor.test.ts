import { describe, expect, onTestFinished, test } from 'vitest'
import '../../../doubles/silent-log.ts'
import { startVisitor, type Visitor } from '../../../../main/guardian/visitors/visitor.ts'
import { findProcessesInProc } from '../../../../main/guardian/wipe/processes.ts'
import { temporaryFolder } from '../../../doubles/temporary-folder.ts'

/** What a visitor's end of the channel can do, in a few lines of its own. */
const itsEnd = `
  const pipe = new (require('node:net').Socket)({ fd: 3 })
  const send = (message) => pipe.write(JSON.stringify(message) + '\\n')
  const listen = (handle) => pipe.on('data', (bytes) => String(bytes).trim().split('\\n').map(JSON.parse).forEach(handle))
  pipe.on('close', () => process.exit())
`

/** A real process in the place of a visitor's, that runs a few lines of ours. */
function started(lines: string, root: string, debugged = false): { visitor: Visitor; said: unknown[] } {
  const args = ['-e', itsEnd + lines, '--', `--user-data-dir=${root}/profile`]
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
         { type: 'documents', count: 2, name: 'avis.pdf' }, { type: 'ready' }]) send(message)
       setInterval(() => {}, 1000)`,
      await temporaryFolder(),
    )
    await until(said, 'ready')
    expect(said).toEqual([{ type: 'documents', count: 2 }, { type: 'ready' }])
  })

  test('breaks nothing by what it writes: no JSON, Node’s own messages, bytes, names of prototypes', async () => {
    const { said } = started(
      `const { randomBytes } = require('node:crypto')
       for (const line of ['{', '[[[', 'null', '"ready"', '{"cmd":"NODE_HANDLE_ACK"}', '{"cmd":"NODE_HANDLE","type":"net.Socket"}',
         '{"type":"__proto__"}', '{"__proto__":{"type":"gone"}}', '{"type":"documents","count":1e999}', '\\u0000', '[' .repeat(50000)])
         pipe.write(line + '\\n')
       for (let count = 0; count < 200; count += 1) pipe.write(randomBytes(1000))
       pipe.write('\\n')
       send({ type: 'ready' })`,
      await temporaryFolder(),
    )
    await until(said, 'ready')
    expect(said).toEqual([{ type: 'ready' }])
  })

  test('is ended when it writes a line that does not end', async () => {
    const { visitor, said } = started(
      `const more = () => pipe.write('x'.repeat(65536), more)
       more()`,
      await temporaryFolder(),
    )
    await until(said, 'gone')
    expect(visitor.gone).toBe(true)
    expect(said).toEqual([{ type: 'gone' }])
  })

  test('hears what it is told, and has the environment it was given alone', async () => {
    const { visitor, said } = started(
      `listen(({ type }) => send({ type: 'serviceVisited', service: type + process.env.MARK }))
       if (process.env.HOME === undefined) send({ type: 'ready' })`,
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
         .on('spawn', () => send({ type: 'ready' }))
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
    const { visitor, said } = started('process.exit()', await temporaryFolder())
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
      setTimeout(() => send({ type: 'ready' }), 50); setInterval(() => {}, 1000)`
    const root = await temporaryFolder()
    const [asked, other] = [started(lines, root, true), started(lines, root)]
    await until(asked.said, 'ready')
    await until(other.said, 'ready')
    await expect.poll(() => asked.visitor.debuggingPort()).toBe(40_123)
    expect(other.visitor.debuggingPort()).toBeUndefined()
  })
})
