import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { scanFiles } from './file-scan.ts'
import { artefact, newToken } from './token.ts'
import { asNobody } from './unprivileged.ts'

const token = newToken()
const canary = artefact(token, 'planted')
let root: string

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'canaries-'))
  chmodSync(root, 0o755)
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

async function found(): Promise<string[]> {
  const { hits } = await scanFiles([root], token)
  return hits.map((hit) => `${hit.artefact}: ${hit.where.replace(root, '')}`)
}

test('finds a canary in a file, however deep, and says which and where', async () => {
  mkdirSync(join(root, 'a/b/c'), { recursive: true })
  writeFileSync(join(root, 'a/b/c/file'), `before ${canary} after`)
  const scan = await scanFiles([root, join(root, 'a/b')], token)
  expect(scan).toEqual({
    hits: [{ artefact: 'planted', encoding: 'text', where: join(root, 'a/b/c/file') }],
    unreadable: [],
    filesRead: 1,
  })
})

test('finds a canary that is only a name: of a file, a folder, a FIFO, in any encoding', async () => {
  writeFileSync(join(root, `${canary}.pdf`), '')
  mkdirSync(join(root, Buffer.from(canary).toString('base64url')))
  execFileSync('mkfifo', [join(root, `pipe ${canary}`)])
  expect(await found()).toHaveLength(3)
})

test('finds a name that is no valid UTF-8', async () => {
  writeFileSync(Buffer.concat([Buffer.from(`${root}/`), Buffer.from([0xff, 0xfe]), Buffer.from(canary)]), '')
  expect(await found()).toHaveLength(1)
})

test('follows no link, but reads where it points', async () => {
  const outside = mkdtempSync(join(tmpdir(), 'outside-'))
  writeFileSync(join(outside, 'file'), canary)
  symlinkSync(outside, join(root, 'folder'))
  symlinkSync(join(outside, 'file'), join(root, 'file'))
  symlinkSync(root, join(root, 'loop'))
  expect(await found()).toEqual([])
  symlinkSync(`/nowhere/${canary}`, join(root, 'dangling'))
  expect(await found()).toEqual(['planted: /dangling (link target)'])
  rmSync(outside, { recursive: true })
})

test('reads a hard link like any file', async () => {
  writeFileSync(join(root, 'one'), canary)
  linkSync(join(root, 'one'), join(root, 'two'))
  expect(await found()).toEqual(['planted: /one', 'planted: /two'])
})

test('reports what it may not read, and goes on', async () => {
  mkdirSync(join(root, 'closed'), { mode: 0o000 })
  writeFileSync(join(root, 'locked'), canary, { mode: 0o000 })
  writeFileSync(join(root, 'open'), canary)
  const scan = await asNobody(() => scanFiles([root], token))
  chmodSync(join(root, 'closed'), 0o700)
  expect(scan.unreadable).toEqual([`${root}/closed: EACCES`, `${root}/locked: EACCES`])
  expect(scan.hits.map((hit) => hit.where)).toEqual([`${root}/open`])
})

test('searches a very large file to its end and says that its containers stayed closed', async () => {
  writeFileSync(join(root, 'large'), '')
  truncateSync(join(root, 'large'), 513 * 1024 * 1024)
  writeFileSync(join(root, 'large'), canary, { flag: 'a' })
  const scan = await scanFiles([root], token)
  expect(scan.hits).toEqual([{ artefact: 'planted', encoding: 'text', where: `${root}/large` }])
  expect(scan.unreadable).toEqual([`${root}/large: larger than 512 MiB, searched as bytes alone`])
}, 30_000)

test('a root that does not exist holds nothing', async () => {
  expect(await scanFiles([join(root, 'gone')], token)).toEqual({ hits: [], unreadable: [], filesRead: 0 })
})

test('files that have not changed since are passed over, newer ones are not', async () => {
  writeFileSync(join(root, 'old'), artefact(token, 'old'))
  const later = new Date(Date.now() + 60_000)
  expect((await scanFiles([root], token, later)).hits).toEqual([])
  expect((await scanFiles([root], token, new Date(Date.now() - 60_000))).hits).toHaveLength(1)
})
