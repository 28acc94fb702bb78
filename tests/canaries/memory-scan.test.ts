import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { scanMemory } from './memory-scan.ts'
import { processesOf, processTree } from './processes.ts'
import { artefact, newToken } from './token.ts'
import { asNobody } from './unprivileged.ts'

const token = newToken()
const canary = artefact(token, 'held-in-memory')
const children: ChildProcess[] = []

afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
})

/** A Node process that runs a script with the canary as `canary`; it is sent, never on the command line. */
async function holder(script: string): Promise<number> {
  const code = `process.once('message', (canary) => { ${script}; process.send('ready'); setInterval(() => {}, 1e6) })`
  const child = spawn(process.execPath, ['-e', code], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  children.push(child)
  child.send(canary)
  await once(child, 'message')
  return child.pid ?? 0
}

test('finds what a process holds, as text and as UTF-16, in any region', async () => {
  const pid = await holder(`
    globalThis.kept = [Buffer.from(canary.repeat(100_000)), Buffer.from('é' + canary, 'utf16le')]`)
  const { hits, unreadable, bytesRead } = await scanMemory([pid], token)
  expect(hits.map((hit) => `${hit.artefact}, ${hit.encoding}`)).toEqual(
    expect.arrayContaining(['held-in-memory, text', 'held-in-memory, text in UTF-16LE']),
  )
  expect(hits.every((hit) => hit.where.startsWith(`process ${pid}, `))).toBe(true)
  expect(unreadable).toEqual([])
  expect(bytesRead).toBeGreaterThan(10_000_000)
})

test('finds nothing in a process that never had it', async () => {
  const child = spawn('sleep', ['60'])
  children.push(child)
  await once(child, 'spawn')
  const scan = await scanMemory([child.pid ?? 0], token)
  expect(scan).toMatchObject({ hits: [], unreadable: [] })
  expect(scan.bytesRead).toBeGreaterThan(0)
})

test('finds what lies in a file that is open and has no name any more', async () => {
  const path = JSON.stringify(join(tmpdir(), newToken()))
  const pid = await holder(`
    const fs = require('node:fs')
    const file = fs.openSync(${path}, 'w+')
    fs.writeSync(file, canary)
    fs.unlinkSync(${path})`)
  const { hits } = await scanMemory([pid], token)
  expect(hits.map((hit) => hit.where)).toContainEqual(expect.stringMatching(/open .* \(deleted\)$/))
})

test('a process that has ended is fine, one that may not be read is reported', async () => {
  const pid = await holder('')
  const scan = await asNobody(() => scanMemory([process.geteuid?.() === 65_534 ? pid : 1], token))
  expect(scan.unreadable).toEqual([expect.stringMatching(/^process \d+: (EACCES|EPERM)$/)])

  const [child] = children
  child?.kill('SIGKILL')
  await once(child ?? process, 'exit')
  expect(await scanMemory([pid], token)).toEqual({ hits: [], unreadable: [], bytesRead: 0 })
})

test("lists a process's descendants, and a user's processes by command line", async () => {
  const pid = await holder(`
    globalThis.child = require('node:child_process').spawn('sleep', ['${4321.5}'])`)
  expect(processTree(pid)).toHaveLength(2)
  const [sleeping] = processTree(pid).slice(1)
  expect(processesOf(process.getuid?.() ?? 0, /^sleep 4321\.5$/)).toEqual([sleeping])
  process.kill(sleeping ?? 0)
})
