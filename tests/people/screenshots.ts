// Pictures of every page, in four languages, at 100 % and 200 % of the text, and in the other looks in French.
// Usage: screenshots.ts FOLDER [only pages whose name begins so]
import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'
import type { Page } from '@playwright/test'
import { type Comfort, usualComfort } from '../../app/session/comfort.ts'
import type { Language } from '../../app/session/visit.ts'
import { brokenSound } from '../doubles/sound.ts'
import { goThroughAids, goThroughAutonomy } from './aids-round.ts'
import { onGround } from './ground.ts'
import { seeReading, seeStillThere, seeWaiting } from './held-round.ts'
import { drawWith, hasLanguages, languageOf, readIn } from './reading.ts'
import { comeIn, goOut, type Look } from './round.ts'
import { goThroughSession } from './session-round.ts'
import {
  hangingWipe,
  idleSession,
  lateSession,
  seeClosedPost,
  seeClosing,
  seeTime,
  shortSession,
} from './warning-round.ts'

const run = promisify(execFile)
const [folder = 'test-results/screenshots', only = ''] = process.argv.slice(2)

const pictured: readonly Language[] = ['fr', 'fr-x-falc', 'ar', 'en']
const sizes: readonly Comfort[] = [usualComfort, { ...usualComfort, textPercent: 200 }]
const looks: readonly Comfort[] = [
  { ...usualComfort, theme: 'dark' },
  { ...usualComfort, theme: 'contrast' },
]
/** Long enough for a page to be drawn after it has changed. */
const settleMilliseconds = 250

/** Of the whole screen, as a person sees it. */
async function take(page: Page, name: string, language: Language, drawing: Comfort): Promise<void> {
  await drawWith(page, drawing)
  await pause(settleMilliseconds)
  const file = `${name}_${language}_${drawing.textPercent}_${drawing.theme}.png`
  await run('import', ['-window', 'root', join(resolve(folder), file)])
}

const look: Look = async (name, page, lasting) => {
  if (!name.startsWith(only)) return
  const several = lasting !== 'fleeting' && (await hasLanguages(page))
  const shown = await languageOf(page)
  const languages = pictured.filter((language) => several || language === shown)
  for (const language of languages) {
    if (several) await readIn(page, language)
    for (const drawing of language === 'fr' ? [...sizes, ...looks] : sizes)
      await take(page, name, language, drawing)
    await drawWith(page, usualComfort)
  }
  if (several) await readIn(page, 'fr')
}

await mkdir(folder, { recursive: true })
const sound = await mkdtemp(join(tmpdir(), 'estran-sound-'))
await onGround({}, async (ground) => {
  await comeIn(ground, look)
  await goThroughSession(ground, look)
  await goThroughAids(ground, look)
  await goThroughAutonomy(ground, look)
  await goOut(ground, look)
})
await onGround({ session: lateSession() }, (ground) => seeClosing(ground, look))
await onGround({ session: shortSession }, (ground) => seeTime(ground, look))
await onGround({ session: idleSession, env: hangingWipe }, (ground) => seeClosedPost(ground, look))
await seeWaiting(look)
await onGround({}, (ground) => seeStillThere(ground, look))
await onGround({ env: await brokenSound(sound) }, (ground) => seeReading(ground, look))
await rm(sound, { recursive: true })
console.log(`Pictures: ${folder}`)
// A helper that a post woke may still hold a pipe of ours.
process.exit()
