import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { FromVisitor, ToVisitor } from '../../../../app/contracts/visitor-link.ts'
import { stickDesk } from '../../../../main/guardian/sticks/stick-desk.ts'
import type { Mount } from '../../../../main/guardian/wipe/mounts.ts'
import { temporaryFolder } from '../../../doubles/temporary-folder.ts'
import { fakeVisitor } from '../../../doubles/visitor.ts'

/** A folder in the place of a stick: what is mounted where, and what unmounts it, is told by the test. */
async function plugged(quotaBytes = 1000) {
  const around = await temporaryFolder()
  const [point, root] = [join(around, 'stick'), join(around, 'root')]
  const documents = join(root, 'documents')
  await mkdir(point)
  await mkdir(documents, { recursive: true })
  const mounts: Mount[] = [{ point, type: 'vfat', source: '/dev/sdz1' }]
  const visitor = fakeVisitor(root)
  const unmounted: string[] = []
  /** After so many looks the stick is gone. */
  const looks = { left: Number.POSITIVE_INFINITY }
  const desk = stickDesk({
    mounts: async () => (looks.left-- > 0 ? mounts : []),
    unmount: async ({ source }) => void unmounted.push(source),
    quotaBytes,
  })
  const hear = async <T extends ToVisitor['type']>(message: FromVisitor, type: T) => {
    const before = visitor.heard.length
    const answers = () =>
      visitor.heard
        .slice(before)
        .filter((each): each is Extract<ToVisitor, { type: T }> => each.type === type)
    desk.hear(visitor, message)
    await expect.poll(() => answers().length).toBeGreaterThan(0)
    return answers()[0] as Extract<ToVisitor, { type: T }>
  }
  const { sticks } = await hear({ type: 'sticksAsked' }, 'sticks')
  const stick = sticks[0]?.id ?? ''
  const take = (...path: string[]) => hear({ type: 'copyFromStickAsked', stick, path }, 'stickDone')
  const put = (name: string) => hear({ type: 'copyToStickAsked', stick, name }, 'stickDone')
  return { point, documents, looks, visitor, unmounted, desk, hear, stick, take, put }
}

const copied = { type: 'stickDone', did: 'copy', trouble: null }

test('a document lands on the stick under a name that was free', async () => {
  const { put, point, documents } = await plugged()
  await writeFile(join(documents, 'avis.pdf'), 'new')
  await writeFile(join(point, 'AVIS.pdf'), 'theirs')
  expect(await put('avis.pdf')).toEqual(copied)
  expect(await readFile(join(point, 'AVIS.pdf'), 'utf8')).toBe('theirs')
  expect(await readFile(join(point, 'avis (2).pdf'), 'utf8')).toBe('new')
})

test('a file of the stick becomes a document', async () => {
  const { take, point, documents, visitor } = await plugged()
  await mkdir(join(point, 'Papiers'))
  await writeFile(join(point, 'Papiers', 'lettre\u202e.txt'), 'lettre')
  expect(await take('Papiers', 'lettre\u202e.txt')).toEqual(copied)
  const arrived = visitor.heard.find((message) => message.type === 'documentArrived')
  expect(arrived).toMatchObject({ name: 'lettre_.txt', bytes: 6, origin: 'stick' })
  expect(await readFile(join(documents, arrived?.file ?? ''), 'utf8')).toBe('lettre')
})

test('no link leads out of a stick, nor out of the documents', async () => {
  const { take, put, hear, stick, point, documents, visitor } = await plugged()
  await symlink('/etc', join(point, 'folder'))
  await symlink('/etc/passwd', join(point, 'file'))
  await symlink('/etc/passwd', join(documents, 'file'))
  expect(await take('folder', 'passwd')).toMatchObject({ did: 'copy', trouble: 'failed' })
  expect(await take('file')).toMatchObject({ trouble: 'failed' })
  expect(await put('file')).toMatchObject({ trouble: 'failed' })
  const look = await hear({ type: 'stickFolderAsked', stick, path: ['folder'] }, 'stickDone')
  expect(look).toMatchObject({ did: 'look', trouble: 'failed' })
  expect(await hear({ type: 'stickFolderAsked', stick, path: [] }, 'stickFolder')).toMatchObject({
    entries: [],
  })
  expect(await readdir(documents)).toEqual(['file'])
  expect(visitor.heard.filter(({ type }) => type === 'documentArrived')).toEqual([])
})

test('what does not fit in the session is told, and leaves nothing', async () => {
  const { take, point, documents } = await plugged(10)
  await writeFile(join(point, 'large'), 'x'.repeat(11))
  expect(await take('large')).toMatchObject({ did: 'copy', trouble: 'tooLarge' })
  expect(await readdir(documents)).toEqual([])
})

test('a stick pulled out before all was written has no copy', async () => {
  const { put, documents, looks } = await plugged()
  await writeFile(join(documents, 'avis.pdf'), 'new')
  looks.left = 1
  expect(await put('avis.pdf')).toMatchObject({ did: 'copy', trouble: 'pulled' })
})

test('a stick that nobody knows is pulled out; the one that is there is released', async () => {
  const { hear, stick, unmounted } = await plugged()
  const unknown = await hear({ type: 'stickReleaseAsked', stick: '0'.repeat(16) }, 'stickDone')
  expect(unknown).toMatchObject({ did: 'release', trouble: 'pulled' })
  expect(await hear({ type: 'stickReleaseAsked', stick }, 'stickDone')).toMatchObject({ trouble: null })
  expect(unmounted).toEqual(['/dev/sdz1'])
})

test('a copy that is under way when the session ends is stopped, and leaves nothing', async () => {
  const { desk, visitor, stick, point, documents } = await plugged()
  await writeFile(join(documents, 'avis.pdf'), 'x'.repeat(5_000_000))
  desk.hear(visitor, { type: 'copyToStickAsked', stick, name: 'avis.pdf' })
  await desk.end()
  expect(await readdir(point)).toEqual([])
  expect(visitor.heard.at(-1)).toEqual({ type: 'stickDone', did: 'cancel', trouble: null })
})
