import { appendFile, mkdir, readdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, test, vi } from 'vitest'
import type { State } from '../../../../app/session/machine.ts'
import { keepScans, type Scans, type ScansParts } from '../../../../main/guardian/scans/scans.ts'
import { emptyFolderOnLinux } from '../../../../main/guardian/wipe/remove-tree.ts'
import { systemScheduler } from '../../../../main/lib/scheduler.ts'
import { type ScanPlace, scanPlace } from '../../../doubles/scan-folder.ts'
import '../../../doubles/silent-log.ts'

type Kept = { scans: Scans; place: ScanPlace; late: { pages: number }; returned: { times: number } }

/** Watches a real folder; nobody is there, and no session has ended lately. */
async function keep(wishes: Partial<ScansParts> = {}): Promise<Kept> {
  const place = await scanPlace()
  const late = { pages: 0 }
  const returned = { times: 0 }
  const scans = keepScans({
    folders: [place.folder],
    settleSeconds: 1,
    lateSeconds: 0,
    quotaBytes: 1_000_000,
    scheduler: systemScheduler,
    emptyFolder: emptyFolderOnLinux,
    countLatePages: async (pages) => {
      late.pages += pages
    },
    onReturned: () => {
      returned.times += 1
    },
    ...wishes,
  })
  scans.follow({ at: 'recovering', problems: [] })
  scans.follow({ at: 'welcome' })
  await soon(() => expect(returned.times).toBe(1))
  return { scans, place, late, returned }
}

const soon = (expectation: () => void | Promise<void>) =>
  vi.waitFor(expectation, { timeout: 8000, interval: 50 })
const arrivals = ({ place }: Kept) => place.visitor.heard.filter(({ type }) => type === 'documentArrived')
const isEmpty = ({ place }: Kept) => soon(async () => expect(await readdir(place.path)).toEqual([]))

describe('during a session', () => {
  test('a page appears among the documents once it is complete, under a safe name', async () => {
    const kept = await keep()
    await kept.scans.begin(kept.place.visitor)
    const page = join(kept.place.path, '\u202Efdp.SCAN : 1.pdf')
    await writeFile(page, 'first ')
    for (let piece = 0; piece < 6; piece++) {
      await pause(300)
      expect(arrivals(kept), 'not while it grows').toEqual([])
      await appendFile(page, 'more ')
    }
    await soon(() => expect(arrivals(kept)).toMatchObject([{ name: '_fdp.SCAN _ 1.pdf', bytes: 36 }]))
    await isEmpty(kept)
    expect(kept.late.pages).toBe(0)
  }, 20_000)

  test('each of several pages comes, and one that does not fit is told', async () => {
    const kept = await keep({ quotaBytes: 250 })
    await kept.scans.begin(kept.place.visitor)
    for (const name of ['1.pdf', '2.pdf', '3.pdf'])
      await writeFile(join(kept.place.path, name), 'x'.repeat(100))
    await soon(() =>
      expect(kept.place.visitor.heard).toContainEqual({ type: 'pageRefused', why: 'tooLarge' }),
    )
    await soon(() => expect(arrivals(kept)).toHaveLength(2))
  }, 20_000)

  test('a page that appears too soon after the session before is removed, counted, and shown to nobody', async () => {
    const kept = await keep({ lateSeconds: 600 })
    await kept.scans.begin(kept.place.visitor)
    await writeFile(join(kept.place.path, 'page.pdf'), 'of the person before')
    await soon(() => expect(kept.place.visitor.heard).toEqual([{ type: 'pageRefused', why: 'late' }]))
    await isEmpty(kept)
    expect(kept.late.pages).toBe(1)
    expect(await readdir(kept.place.documents)).toEqual([])
  }, 20_000)

  test('a link is neither followed nor shown', async () => {
    const kept = await keep()
    await kept.scans.begin(kept.place.visitor)
    const outside = join(kept.place.around, 'private.pdf')
    await writeFile(outside, 'private')
    await symlink(outside, join(kept.place.path, 'link.pdf'))
    await writeFile(join(kept.place.path, 'page.pdf'), 'x')
    await soon(() => expect(arrivals(kept)).toMatchObject([{ name: 'page.pdf' }]))
    await pause(1500)
    expect(arrivals(kept)).toHaveLength(1)
    expect(await readFile(outside, 'utf8')).toBe('private')
  }, 20_000)

  test('what arrives after its end goes to nobody', async () => {
    const kept = await keep()
    await kept.scans.begin(kept.place.visitor)
    await writeFile(join(kept.place.path, 'page.pdf'), 'x')
    await kept.scans.end()
    kept.scans.follow({ at: 'receipt' } as State)
    // Counted once the folder was looked at again: after it is empty.
    await soon(() => expect(kept.late.pages).toBe(1))
    expect(await readdir(kept.place.path)).toEqual([])
    expect(arrivals(kept)).toEqual([])
  }, 20_000)
})

describe('with no session', () => {
  test('whatever arrives is removed, folders too, and counted', async () => {
    const kept = await keep()
    await mkdir(join(kept.place.path, 'folder', 'deep'), { recursive: true })
    await writeFile(join(kept.place.path, 'folder', 'deep', 'page.pdf'), 'x')
    await writeFile(Buffer.concat([Buffer.from(`${kept.place.path}/`), Buffer.from([0xff, 0xfe])]), 'x')
    await isEmpty(kept)
    await soon(() => expect(kept.late.pages).toBe(2))
  }, 20_000)

  test('a page that is there when the next person begins is removed before', async () => {
    const kept = await keep()
    await writeFile(join(kept.place.path, 'page.pdf'), 'x')
    await kept.scans.begin(kept.place.visitor)
    expect(await readdir(kept.place.path)).toEqual([])
    expect(kept.late.pages).toBe(1)
    await pause(2500)
    expect(arrivals(kept)).toEqual([])
  }, 20_000)

  test('nobody begins beside a page that cannot be removed', async () => {
    const kept = await keep({ emptyFolder: async () => {} })
    await writeFile(join(kept.place.path, 'page.pdf'), 'x')
    await expect(kept.scans.begin(kept.place.visitor)).rejects.toThrow('late pages stay')
    expect(kept.late.pages).toBe(0)
  }, 20_000)

  test('nothing is swept while a wipe is under way: what is left must show in its read-back', async () => {
    const kept = await keep()
    kept.scans.follow({ at: 'recovering', problems: [] })
    await writeFile(join(kept.place.path, 'page.pdf'), 'x')
    await pause(2500)
    expect(await readdir(kept.place.path)).toEqual(['page.pdf'])
  }, 20_000)
})

describe('a drive', () => {
  test('that vanishes and returns is emptied first, then watched again', async () => {
    const kept = await keep()
    await kept.scans.begin(kept.place.visitor)
    const away = join(kept.place.around, 'away')
    await rename(kept.place.path, away)
    await soon(async () => expect(await kept.place.folder.look()).toMatchObject({ is: 'gone' }))
    await pause(1500)
    await writeFile(join(away, 'of-whom.pdf'), 'x')
    await rename(away, kept.place.path)
    await isEmpty(kept)
    expect(kept.returned.times).toBe(2)
    await writeFile(join(kept.place.path, 'page.pdf'), 'x')
    await soon(() => expect(arrivals(kept)).toMatchObject([{ name: 'page.pdf' }]))
    expect(kept.late.pages).toBe(1)
  }, 30_000)

  test('that is away for less than a look is watched all the same', async () => {
    const kept = await keep()
    await kept.scans.begin(kept.place.visitor)
    await rm(kept.place.path, { recursive: true })
    await mkdir(kept.place.path)
    await pause(2500)
    await writeFile(join(kept.place.path, 'page.pdf'), 'x')
    await soon(() => expect(arrivals(kept)).toHaveLength(1))
  }, 30_000)

  test('that is gone when somebody begins keeps nobody away', async () => {
    const kept = await keep()
    await rm(kept.place.path, { recursive: true })
    await kept.scans.begin(kept.place.visitor)
    await pause(1500)
    await mkdir(kept.place.path)
    await soon(() => expect(kept.returned.times).toBe(2))
    // A scanner takes longer than the first look of what polls.
    await pause(500)
    await writeFile(join(kept.place.path, 'page.pdf'), 'x')
    await soon(() => expect(arrivals(kept)).toHaveLength(1))
  }, 30_000)
})
