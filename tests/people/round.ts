/**
 * The round: every page that a post shows, one after the other, each handed to whoever looks at it. One person goes
 * through it in French; whoever looks may read the page in another language, and leaves it in French.
 */
import { expect, type Page } from '@playwright/test'
import { Person } from '../e2e/person.ts'
import { staffPin } from '../e2e/policy.ts'
import type { Ground } from './ground.ts'

/**
 * @param name of the page, unique in the round and fit for a file name
 * @param lasting fleeting, if the page goes on by itself: it is read in one language, without delay
 */
export type Look = (name: string, page: Page, lasting?: 'fleeting') => Promise<void>

/** From welcome to a session that is open. */
export async function comeIn({ post }: Ground, look: Look): Promise<void> {
  const { guardian } = post
  const person = new Person(post)
  const see = (name: string) => look(name, guardian)
  await person.seesHeading('Bienvenue')
  await see('welcome')
  await guardian.getByRole('button', { name: 'Commencer en français', exact: true }).click()
  await person.seesHeading('Avez-vous de l’aide aujourd’hui ?')
  await see('help')
  await person.press('À propos')
  await person.seesHeading('À propos d’Estran')
  await see('about')
  await person.press('Retour')
  await person.press('Espace du personnel')
  await person.seesHeading('Espace du personnel')
  await guardian.getByLabel('Code du personnel').fill('9999')
  await person.press('Valider')
  await expect(guardian.getByText('Ce code n’est pas le bon.')).toBeVisible()
  await see('staff-locked')
  await guardian.getByLabel('Code du personnel').fill(staffPin)
  await person.press('Valider')
  await expect(guardian.getByRole('button', { name: 'Mettre hors service' })).toBeVisible()
  await see('staff-open')
  await person.press('Mettre hors service')
  await expect(guardian.getByRole('alertdialog')).toBeVisible()
  await see('staff-asked')
  await guardian.getByRole('button', { name: 'Annuler' }).click()
  await person.press('Quitter cet espace')
  await person.press('On fait avec moi')
  await person.seesHeading('Quelques règles avant de commencer')
  await see('charter')
  await person.press('Voir d’où vient chaque règle')
  await see('charter-sources')
  await person.press('Je n’accepte pas')
  await person.seesHeading('C’est votre droit')
  await see('desk')
  await person.press('Revenir au début')
  await person.chooseHelp('On fait avec moi')
  await person.press('J’accepte')
  await person.seesHeading('Se mettre d’accord avant de commencer')
  await see('agreement-risk')
  for (let card = 1; card <= 3; card++) await person.press('C’est lu')
  await see('agreement')
  await person.press('Relire les trois cartes')
  await person.agree()
  await person.seesHome()
  await expect((await post.shell()).getByRole('heading', { level: 1 })).toBeFocused()
}

/** What the end shows. */
export async function goOut({ post }: Ground, look: Look): Promise<void> {
  const { guardian } = post
  const person = new Person(post)
  await person.pressInBar('Terminer ma session')
  await person.seesHeading('Terminer votre session ?')
  await look('end-asked', guardian)
  await person.press('Oui, terminer')
  await person.seesReceipt()
  await look('receipt', guardian)
  await person.leave()
}
