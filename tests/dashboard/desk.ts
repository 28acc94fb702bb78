import { type APIRequestContext, expect, type Locator, type Page } from '@playwright/test'
import type { RunningCoordinator } from './coordinator.ts'
import { type PairedPost, pairPost } from './paired-post.ts'

export const password = 'un mot de passe assez long'

/** What someone does at a desk, in French, by what is written on the screen. */
export class Desk {
  readonly page: Page
  readonly coordinator: RunningCoordinator
  readonly #outside: APIRequestContext
  readonly #posts: PairedPost[] = []

  constructor(page: Page, coordinator: RunningCoordinator, outside: APIRequestContext) {
    this.page = page
    this.coordinator = coordinator
    this.#outside = outside
  }

  async seesHeading(name: string): Promise<void> {
    await expect(this.page.getByRole('heading', { level: 1, name })).toBeVisible()
  }

  /** The fields that a button sends. */
  formOf(button: string): Locator {
    return this.page.locator('form', { has: this.page.getByRole('button', { name: button }) })
  }

  async press(name: string): Promise<void> {
    await this.page.getByRole('button', { name, exact: true }).click()
  }

  async goTo(page: string): Promise<void> {
    await this.page.getByRole('link', { name: page, exact: true }).click()
  }

  async becomesFirstAdmin(): Promise<void> {
    await this.seesHeading('Premier compte')
    await this.page.getByLabel('Code de démarrage').fill(this.coordinator.firstAdminCode)
    await this.page.getByLabel('Nom').fill('Camille')
    await this.page.getByLabel('Mot de passe').fill(password)
    await this.press('Créer le compte')
    await this.seesHeading('Les postes')
  }

  async signsIn(name: string): Promise<void> {
    await this.seesHeading('Se connecter')
    await this.page.getByLabel('Nom').fill(name)
    await this.page.getByLabel('Mot de passe').fill(password)
    await this.press('Se connecter')
  }

  async addsSite(name: string): Promise<void> {
    await this.goTo('Sites')
    await this.page.getByLabel('Nom').fill(name)
    await this.page.getByLabel('Commune').fill('Dax')
    await this.press('Ajouter')
    await expect(this.page.getByRole('rowheader', { name })).toBeVisible()
  }

  /** Adds a post. @returns the code shown */
  async addsPost(name: string, site: string): Promise<string> {
    await this.goTo('Postes')
    const form = this.formOf('Ajouter et montrer le code')
    await form.getByLabel('Nom').fill(name)
    await form.getByLabel('Site').selectOption(site)
    await this.press('Ajouter et montrer le code')
    const shown = this.page.getByRole('heading', { name: `Code de ${name}` }).locator('..')
    const code = await shown.locator('.pairing-code').innerText()
    await this.press('Je l’ai noté')
    await expect(shown).toHaveCount(0)
    return code
  }

  /** Adds a post, and joins with the code shown. */
  async pairsPost(name: string, site: string): Promise<PairedPost> {
    const code = await this.addsPost(name, site)
    const post = await pairPost(this.#outside, this.coordinator.address, code)
    this.#posts.push(post)
    return post
  }

  stop(): void {
    for (const post of this.#posts) post.stop()
  }
}
