import { expect, type Page } from '@playwright/test'
import type { Ground } from './ground.ts'
import type { Look } from './round.ts'
import { sees } from './session-round.ts'

/** Our own pages that help, but for the autonomy test; in a helped session. */
export async function goThroughAids({ post }: Ground, look: Look): Promise<void> {
  const shell = await post.shell()
  const press = (name: string) => shell.getByRole('button', { name, exact: true }).click()
  const see = (name: string) => look(name, shell)

  await openAid(shell, 'Trouver de l’aide près d’ici', 'Trouver un lieu qui peut aider')
  await shell
    .getByRole('button', { name: /^Choisir ce lieu/ })
    .first()
    .click()
  await see('orientation')

  await openAid(shell, 'Retrouver mes codes', 'Trouver un mot de passe et le retenir')
  await see('memory-aid')
  await press('Je garde ces mots')
  await see('memory-aid-practice')

  await openAid(shell, 'Ateliers', 'Ateliers près d’ici')
  await see('agenda')

  await openAid(shell, 'Donner mandat', 'Préparer un mandat')
  await press('Voir le mandat')
  await expect(shell.getByText('Regardez de nouveau').first()).toBeVisible()
  await see('mandate')
  await fillMandate(shell)
  await press('Voir le mandat')
  await expect(shell.getByRole('region', { name: 'Mandat pour une aide' })).toBeVisible()
  await see('mandate-paper')
  await press('Tout effacer')
}

/** The autonomy test: one task answered, one missed, the others passed. */
export async function goThroughAutonomy({ post }: Ground, look: Look): Promise<void> {
  const shell = await post.shell()
  const press = (name: string) => shell.getByRole('button', { name, exact: true }).click()
  const see = (name: string) => look(name, shell)

  await openAid(shell, 'Me tester', 'Où en êtes-vous avec l’ordinateur ?')
  await see('autonomy')
  await press('Commencer')
  await see('autonomy-press')
  await press('Étoile')
  await press('Continuer')
  await see('autonomy-type')
  await shell.getByLabel('Votre phrase').fill('bonjour')
  await press('Vérifier')
  await expect(shell.getByText('Ce n’est pas la bonne réponse')).toBeVisible()
  await see('autonomy-advice')
  await press('Continuer')
  for (let task = 3; task <= 12; task++) {
    await see(`autonomy-${task}`)
    await press('Passer cet exercice')
  }
  await expect(shell.getByRole('button', { name: 'Voir les lieux qui peuvent aider' })).toBeVisible()
  await see('autonomy-result')
}

async function openAid(shell: Page, tile: string, title: string): Promise<void> {
  await shell.getByRole('button', { name: 'Accueil des services' }).first().click()
  await shell.getByRole('button', { name: tile }).click()
  await sees(shell, title)
}

/** What a person and a helper write in a mandate; they are nobody. */
async function fillMandate(shell: Page): Promise<void> {
  const person = shell.getByRole('group', { name: 'La personne aidée', exact: true })
  await person.getByLabel('Prénom et nom').fill('Camille Exemple')
  await person.getByLabel('Date de naissance').fill('1960-04-30')
  const helper = shell.getByRole('group', { name: 'La personne qui aide', exact: true })
  await helper.getByLabel('Prénom et nom').fill('Dominique Modèle')
  await helper.getByLabel('Fonction').fill('Aide numérique')
  await helper.getByLabel('Structure').fill('Médiathèque des Tests')
  await shell.getByLabel('Faire une déclaration').check()
  await shell.getByLabel('Avec quels organismes ?').fill('Caf')
  await shell.getByLabel('Situation de famille').check()
}
