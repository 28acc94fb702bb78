import { basename, join } from 'node:path'
import { expect, test } from 'vitest'
import { toVisitorSchema } from '../../app/contracts/visitor-link.ts'
import { maxNameBytes, safeFileName } from '../../app/documents/file-name.ts'
import { scanFolderSchema } from '../../app/policy/scan-folder.ts'
import { emptyFolderOnLinux, removeTreeOnLinux } from '../../main/guardian/wipe/remove-tree.ts'
import { makeGround } from './ground.ts'
import { names } from './names.ts'
import type { Row } from './table.ts'

/** Paths below, beside or instead of the one that was meant. */
const astray = (folder: string) => ({
  '..': [`${folder}/..`, `${folder}/../outside`, '../outside', '..'],
  '~': ['~', '~/outside', '~root/outside'],
  UNC: ['\\\\host\\share', '//host/share', '\\\\?\\C:\\', '//./pipe'],
  relative: ['outside', './outside', '', '.'],
  'a whole disk': ['/', '//', 'C:\\', 'C:'],
})
const kinds = ['..', '~', 'UNC', 'relative', 'a whole disk'] as const

/** @param accepted how many of the paths were let through */
function row(kind: string, place: string, paths: number, accepted: number, outsideLost = 0): Row {
  return {
    row: `${kind}: refused`,
    place,
    planted: `${paths} paths`,
    before: paths,
    after: accepted,
    outsideLost,
    seconds: 0,
  }
}

test.for(kinds)('%s in the policy is refused', (kind, { task }) => {
  const paths = astray('/srv/scans')[kind]
  const accepted = paths.filter((path) => scanFolderSchema.safeParse(path).success)
  task.meta.row = row(kind, 'policy', paths.length, accepted.length)
  expect(accepted).toEqual([])
})

test('a whole path in the policy is accepted', () => {
  expect(scanFolderSchema.safeParse('/srv/scans').success).toBe(true)
})

test.for(kinds)('%s is refused by the removal itself, and nothing is lost', async (kind, { task }) => {
  const ground = await makeGround()
  try {
    const paths = astray(ground.root)[kind]
    let accepted = 0
    for (const remove of [removeTreeOnLinux, emptyFolderOnLinux]) {
      for (const path of paths) {
        await expect(remove(path))
          .rejects.toMatchObject({ code: 'EINVAL' })
          .catch(() => accepted++)
      }
    }
    task.meta.row = row(kind, 'removal', paths.length * 2, accepted, await ground.outsideLost())
    expect(accepted).toBe(0)
    expect(await ground.outsideLost()).toBe(0)
  } finally {
    await ground.clear()
  }
})

test('a file named over IPC is one of ours, whatever the other side says', ({ task }) => {
  const files = [
    ...Object.values(astray('/srv')).flat(),
    '/etc/passwd',
    'arrived-0123456789abcdef/../x',
    ...names.map(String),
  ]
  const accepted = files.filter(
    (file) =>
      toVisitorSchema.safeParse({ type: 'documentArrived', file, name: 'x', bytes: 1, origin: 'scan' })
        .success,
  )
  task.meta.row = row('file', 'IPC', files.length, accepted.length)
  expect(accepted).toEqual([])
  const ours = {
    type: 'documentArrived',
    file: 'arrived-0123456789abcdef',
    name: 'x',
    bytes: 1,
    origin: 'scan',
  }
  expect(toVisitorSchema.safeParse(ours).success).toBe(true)
})

test("a document's name leads nowhere, whatever a server or a scanner calls it", ({ task }) => {
  const hostile = [
    ...Object.values(astray('/srv')).flat(),
    '/etc/passwd',
    'C:\\Windows\\x',
    'a\0b',
    ...names.map(String),
  ]
  const leading = hostile.filter((name) => {
    const safe = safeFileName(name)
    const stays =
      basename(safe) === safe && join('/shelf', safe) === `/shelf/${safe}` && !/^[.-]|[\\/\0]/.test(safe)
    return !stays || Buffer.byteLength(safe) > maxNameBytes
  })
  task.meta.row = row('name', 'documents', hostile.length, leading.length)
  expect(leading).toEqual([])
})
