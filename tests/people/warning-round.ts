import { expect } from '@playwright/test'
import { Person } from '../e2e/person.ts'
import { staffPin } from '../e2e/policy.ts'
import type { Ground } from './ground.ts'
import type { Look } from './round.ts'

/** A session of now that is about to end by the hour: in nine minutes, so it is announced as soon as it begins. */
export function lateSession() {
  const soon = new Date(Date.now() + 540_000)
  const at = `${String(soon.getHours()).padStart(2, '0')}:${String(soon.getMinutes()).padStart(2, '0')}`
  return { closing: [{ at }], warningSeconds: 600, idleLimitSeconds: 7200 }
}

/** One that is about to end by its length. The warning can be read at leisure. */
export const shortSession = { timeLimitSeconds: 620, warningSeconds: 600, idleLimitSeconds: 7200 }

/** One that is soon taken for left; a wipe that hangs shows its page, and then the post closes. */
export const idleSession = { idleLimitSeconds: 30, warningSeconds: 600 }
/** The first wipe is that of the start. */
export const hangingWipe = { ESTRAN_FAULT: 'sessionRoot.wipe:hang', ESTRAN_FAULT_AT: '2' }

/** In a `lateSession`. */
export function seeClosing(ground: Ground, look: Look): Promise<void> {
  return seeWarning(ground, look, 'closing', 'Le lieu va bientôt fermer')
}

/** In a `shortSession`. */
export function seeTime(ground: Ground, look: Look): Promise<void> {
  return seeWarning(ground, look, 'time', 'Le temps est bientôt écoulé')
}

async function seeWarning({ post }: Ground, look: Look, name: string, heading: string): Promise<void> {
  const person = new Person(post)
  await person.chooseHelp('Je fais par moi-même')
  await person.press('J’accepte')
  await person.seesHeading(heading)
  await look(name, post.guardian)
}

/** In an `idleSession`, with a `hangingWipe`. */
export async function seeClosedPost({ post }: Ground, look: Look): Promise<void> {
  const { guardian } = post
  const person = new Person(post)
  await person.begin()
  await person.seesHeading('Êtes-vous toujours là ?')
  await look('idle', guardian)
  await person.press('Terminer maintenant')
  await person.seesHeading('Nous effaçons votre passage')
  await look('ending', guardian, 'fleeting')
  await person.seesHeading('Ce poste est fermé pour le moment')
  await look('out-of-service', guardian)
  await person.press('Espace du personnel')
  await guardian.getByLabel('Code du personnel').fill(staffPin)
  await person.press('Valider')
  await expect(guardian.getByRole('heading', { name: 'Ce qui reste, et où' })).toBeVisible()
  await look('staff-left', guardian)
}
