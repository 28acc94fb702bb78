/** Pages that pass by too quickly to be read: each is held at a step, or told of before its time. */
import { expect, type Page } from '@playwright/test'
import { usualComfort } from '../../app/session/comfort.ts'
import { type Language, languages } from '../../app/session/visit.ts'
import { stringsOf } from '../assets/strings.ts'
import { Person } from '../e2e/person.ts'
import type { Post } from '../e2e/post.ts'
import { type Ground, onGround } from './ground.ts'
import { drawWith, readIn } from './reading.ts'
import type { Look } from './round.ts'

/** On its way from the start to the stop, in the language the post speaks first, then without a policy to follow. */
export async function seeWaiting(look: Look): Promise<void> {
  for (const language of languages) {
    const also = { languages: [language, ...languages.filter((other) => other !== language)] }
    const see = async ({ post }: Ground, name: 'recovering' | 'stopped') => {
      const title = (await stringsOf(language, 'guardian'))[`${name}.title`] ?? ''
      await expect(post.guardian.getByRole('heading', { level: 1 })).toHaveText(title)
      await look(name, post.guardian)
    }
    await onGround({ also, env: { ESTRAN_FAULT: 'journal.read:hang' } }, (ground) =>
      see(ground, 'recovering'),
    )
    await onGround({ also, env: { ESTRAN_FAULT: 'spare.discard:hang' } }, async (ground) => {
      await ground.post.guardian.getByRole('button').first().waitFor()
      ground.post.application.process().kill('SIGTERM')
      await see(ground, 'stopped')
    })
  }
  await onGround({ env: { ESTRAN_FAULT: 'journal.open:hang' } }, async ({ post }) => {
    const person = new Person(post)
    await person.chooseHelp('Je fais par moi-même')
    await person.press('J’accepte')
    await person.seesHeading('Votre session s’ouvre')
    await look('opening', post.guardian)
  })
  await onGround({ also: { sesion: {} } }, async ({ post }) => {
    const person = new Person(post)
    await person.seesHeading('Ce poste est fermé pour le moment')
    await look('out-of-service-policy', post.guardian)
    await person.press('Espace du personnel')
    await expect(
      post.guardian.getByRole('heading', { name: 'À corriger dans le fichier de réglages' }),
    ).toBeVisible()
    await look('staff-policy', post.guardian)
  })
}

/** What is said before a page that nobody touches is left. */
export async function seeStillThere({ post }: Ground, look: Look): Promise<void> {
  const person = new Person(post)
  await person.press('Commencer en français')
  await person.seesHeading('Avez-vous de l’aide aujourd’hui ?')
  await announceLeaving(post)
  await drawWith(post.guardian, usualComfort)
  await expect(post.guardian.getByRole('button', { name: 'Je suis là' })).toBeVisible()
  await look('still-there', post.guardian)
}

/** It comes after three minutes, and goes with a touch: every view of the post says it from now on. */
async function announceLeaving({ application }: Post): Promise<void> {
  await application.evaluate(({ BrowserWindow }) => {
    for (const { webContents } of BrowserWindow.getAllWindows()) {
      const send = webContents.send.bind(webContents)
      webContents.send = (channel: string, view: object) => send(channel, { ...view, leavesInSeconds: 20 })
    }
  })
}

/** A page of the guardian and one of a session while they are read aloud, on a post whose sentences do not end. */
export async function seeReading({ post }: Ground, look: Look): Promise<void> {
  const { guardian } = post
  const person = new Person(post)
  for (const language of languages) {
    await person.press('Commencer en français')
    await person.seesHeading('Avez-vous de l’aide aujourd’hui ?')
    await readAloud(guardian, language, () => look('help-read', guardian, 'fleeting'))
    await person.press('Retour')
  }
  for (const language of languages) {
    await person.begin()
    const shell = await post.shell()
    await readAloud(shell, language, () => look('home-read', shell, 'fleeting'))
    await person.end()
    await person.leave()
  }
}

/** Where sound does not work, voices that were stopped come back with the next person. */
async function readAloud(page: Page, language: Language, see: () => Promise<void>): Promise<void> {
  const strings = await stringsOf(language, 'kit')
  const press = (key: string) =>
    page.getByRole('button', { name: strings[key] ?? '', exact: true }).click({ timeout: 20_000 })
  await readIn(page, language)
  await press('reading.open')
  await press('aloud.start')
  await expect.poll(() => page.evaluate(() => CSS.highlights.size)).toBe(1)
  await see()
  await press('aloud.stop')
  await readIn(page, 'fr')
}
