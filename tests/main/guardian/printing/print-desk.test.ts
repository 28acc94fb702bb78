import { mkdir, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { PrintProgress, PrintTrouble, PrintWish } from '../../../../app/printing/print-job.ts'
import { printDesk } from '../../../../main/guardian/printing/print-desk.ts'
import type { Printer } from '../../../../main/guardian/printing/print-server.ts'
import { fakeScheduler } from '../../../doubles/scheduler.ts'
import { temporaryFolder } from '../../../doubles/temporary-folder.ts'
import { fakeVisitor } from '../../../doubles/visitor.ts'

const file = 'print-0123456789abcdef'
const wish = (pages: number, copies = 1): PrintWish => ({
  copies,
  ranges: [[1, pages]],
  blackAndWhite: false,
})

/** A printer that says what became of each job. */
async function deskWith(progress: PrintProgress, pagesMax = 10) {
  const root = await temporaryFolder()
  await mkdir(join(root, 'print'))
  await writeFile(join(root, 'print', file), '%PDF-1.4')
  const sent: PrintWish[] = []
  const printer: Printer = {
    print: async (document, asked) => {
      expect(document.toString()).toBe('%PDF-1.4')
      return sent.push(asked)
    },
    progress: async () => progress,
    cancel: async () => {},
  }
  const visitor = fakeVisitor(root)
  const troubles: (PrintTrouble | null)[] = []
  const desk = printDesk(printer, pagesMax, fakeScheduler(), (trouble) => troubles.push(trouble))
  const last = () => visitor.heard.at(-1)
  const ask = async (asked: PrintWish, name = file) => {
    const before = visitor.heard.length
    desk.hear(visitor, { type: 'printAsked', file: name, wish: asked })
    await expect
      .poll(() =>
        visitor.heard.slice(before).some((m) => m.type === 'printTold' && m.progress.is !== 'sending'),
      )
      .toBe(true)
  }
  return { root, desk, visitor, sent, ask, last, troubles }
}

const done: PrintProgress = { is: 'done', trouble: null }

test('pages are counted over the whole session, copies too, and no more are printed than may be', async () => {
  const { ask, last, sent } = await deskWith(done)
  await ask(wish(3, 2))
  expect(last()).toEqual({ type: 'printTold', progress: done, pagesLeft: 4 })
  await ask(wish(5))
  expect(last()).toEqual({
    type: 'printTold',
    progress: { is: 'failed', trouble: 'overQuota' },
    pagesLeft: 4,
  })
  await ask(wish(4))
  expect(sent.map(({ ranges }) => ranges)).toEqual([[[1, 3]], [[1, 4]]])
})

test('what was not printed is not counted', async () => {
  const { ask, last, troubles } = await deskWith({ is: 'failed', trouble: 'offline' })
  await ask(wish(3))
  expect(troubles).toEqual([null, 'offline'])
  expect(last()).toMatchObject({ progress: { is: 'failed', trouble: 'offline' }, pagesLeft: 10 })
})

test('a link in place of the document is not followed', async () => {
  const { ask, last, root, sent } = await deskWith(done)
  await symlink('/etc/passwd', join(root, 'print', 'print-ffffffffffffffff'))
  await ask(wish(1), 'print-ffffffffffffffff')
  expect(last()).toMatchObject({ progress: { is: 'failed', trouble: 'failed' }, pagesLeft: 10 })
  expect(sent).toEqual([])
})

test('the next person may print as much as the one before', async () => {
  const { ask, desk, root, last } = await deskWith(done)
  await ask(wish(10))
  expect(last()).toMatchObject({ pagesLeft: 0 })
  await desk.end()
  const next = fakeVisitor(root)
  desk.hear(next, { type: 'printAsked', file, wish: wish(10) })
  await expect.poll(() => next.heard.at(-1)).toMatchObject({ progress: done, pagesLeft: 0 })
})
