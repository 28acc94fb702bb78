import { execFile } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { chooseBase, makeSessionRoot } from '../../main/guardian/visitors/session-root.ts'
import { Person } from '../e2e/person.ts'
import type { Post } from '../e2e/post.ts'
import { chromiumKiosk, heldBareElectron } from './contenders.ts'
import type { Ground } from './ground.ts'
import { firstPaint, loadUntilSeen, now, press, timeToFirstPaint, watch } from './moments.ts'
import { startProgram } from './program.ts'
import { sideBySide } from './side-by-side.ts'
import { spareOf } from './spare.ts'
import type { Row } from './table.ts'

/** The first fills caches; the p95 of the others is one of twenty. */
const rounds = 21
const chromiumEvery = 3
const documents = Array.from({ length: 200 }, (_, number) => `document-${number}.pdf`)
const megabyte = Buffer.alloc(1_000_000, 'a')

/** One person after the other: how a session begins and how it ends. */
export async function measureSessions(ground: Ground): Promise<Row[]> {
  const sessions: SessionTimes[] = []
  const bareOpenings: { home: number; page: number }[] = []
  const removals: number[] = []
  const restarts: number[] = []
  await sideBySide(ground, async (post, bare) => {
    const loadHome = await loadUntilSeen(bare.page, homeSight)
    for (let round = 0; round < rounds; round += 1) {
      const session = await oneSession(post, ground)
      const home = await loadHome(ground.benchSite.visitorPage)
      await bare.page.goto(ground.sites.widgets.origin)
      const page = await timeToFirstPaint(bare.page)
      const removal = await killAndRemove(ground)
      if (round % chromiumEvery === 0) restarts.push(await restartChromium(ground))
      if (round === 0) continue
      sessions.push(session)
      bareOpenings.push({ home, page })
      removals.push(removal)
    }
  })
  const each = (time: keyof SessionTimes) => sessions.map((session) => session[time])
  return [
    {
      what: 'end confirmed → next person can start, 200 files of 1 MB',
      unit: 'ms',
      ours: each('end'),
      against: { what: 'kill + rm -rf of the like', values: removals },
      goal: 3,
    },
    { what: 'the same', unit: 'ms', ours: each('end'), against: null, goal: 250 },
    {
      what: 'the same',
      unit: 'ms',
      ours: each('end'),
      against: { what: 'chromium --kiosk --incognito, stopped and started', values: restarts.slice(1) },
      goal: 0.25,
    },
    { what: 'end confirmed → covered', unit: 'ms', ours: each('cover'), against: null, goal: 100 },
    {
      what: 'end asked in the bar → question on screen',
      unit: 'ms',
      ours: each('question'),
      against: null,
      goal: 100,
    },
    {
      what: 'charter accepted → home painted',
      unit: 'ms',
      ours: each('home'),
      against: { what: 'bare window, open: the same page', values: bareOpenings.map(({ home }) => home) },
      goal: 1.3,
    },
    {
      what: 'charter accepted → home → téléservice painted',
      unit: 'ms',
      ours: sessions.map(({ home, page }) => home + page),
      against: {
        what: 'bare window, open: both pages',
        values: bareOpenings.map(({ home, page }) => home + page),
      },
      goal: 1.3,
    },
  ]
}

/** Milliseconds from a press to what it brought on screen. */
type SessionTimes = { home: number; page: number; question: number; cover: number; end: number }

async function oneSession(post: Post, { bases, sites }: Ground): Promise<SessionTimes> {
  const person = new Person(post)
  await person.seesHeading('Bienvenue')
  const { root, shell, detach } = await spareOf(bases)
  await person.chooseHelp('Je fais par moi-même')

  const homePainted = await watch(shell, homeSight)
  const accepted = await press(post.guardian, 'J’accepte')
  const home = (await homePainted()) - accepted

  const chosen = await press(shell, 'Bibliothèque')
  const page = (await firstPaint(await post.web(sites.widgets.origin))) - chosen

  await fill(join(root, 'documents'))
  const questionPainted = await watch(post.guardian, heading('Terminer votre session ?'))
  const asked = await press(shell, 'Terminer ma session')
  const question = (await questionPainted()) - asked
  await detach()

  const coverPainted = await watch(post.guardian, heading('Nous effaçons votre passage'))
  const receiptPainted = await watch(post.guardian, heading('C’est effacé, et c’est vérifié'))
  const confirmed = await press(post.guardian, 'Oui, terminer')
  const end = (await receiptPainted()) - confirmed
  const cover = (await coverPainted()) - confirmed
  await person.leave()
  return { home, page, question, cover, end }
}

const homeSight = { selector: '.tiles', text: 'Bibliothèque' }
const heading = (text: string) => ({ selector: 'h1', text })

/** What an end cannot do without: a tree like a visitor's is killed and its root removed. */
async function killAndRemove({ bases }: Ground): Promise<number> {
  const root = await makeSessionRoot(await chooseBase(bases, 400_000_000))
  const program = startProgram(heldBareElectron(root.folder), { ...process.env, ...root.env })
  await firstPaint(await program.page('file:'))
  await fill(join(root.folder, 'documents'))
  await program.detach()
  const start = now()
  await program.kill()
  await promisify(execFile)('rm', ['-rf', root.folder])
  return now() - start
}

async function restartChromium({ benchSite, profile }: Ground): Promise<number> {
  const command = chromiumKiosk(profile('chromium'), benchSite.tellingPage)
  const open = async () => {
    const painted = benchSite.painted()
    const program = startProgram(command)
    return { program, paintedAt: await painted }
  }
  const before = await open()
  const start = now()
  await before.program.stop()
  const after = await open()
  await after.program.stop()
  return after.paintedAt - start
}

async function fill(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  for (const name of documents) await writeFile(join(folder, name), megabyte)
}
