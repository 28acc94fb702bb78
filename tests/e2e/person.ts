import { expect, type Locator, type Page } from '@playwright/test'
import type { Site } from '../sites/site.ts'
import type { Post } from './post.ts'

/** A person at the post: does what people do, finds things by the names they see. */
export class Person {
  readonly post: Post

  constructor(post: Post) {
    this.post = post
  }

  /** From welcome to the home page of a session. */
  async begin(help = 'Je fais par moi-même'): Promise<void> {
    await this.chooseHelp(help)
    await this.press('J’accepte')
    if (help !== 'Je fais par moi-même') await this.agree()
    await this.seesHome()
  }

  /** Reads the three risks with the helper; both agree. */
  async agree(): Promise<void> {
    await this.seesHeading('Se mettre d’accord avant de commencer')
    for (let card = 1; card <= 3; card++) {
      await expect(this.post.guardian.getByText(`Carte ${card} sur 3`)).toBeVisible()
      await this.press('C’est lu')
    }
    await this.press('La personne aidée est d’accord')
    await this.press('La personne qui aide est d’accord')
  }

  /** From welcome to the charter. */
  async chooseHelp(help: string): Promise<void> {
    await this.press('Commencer en français')
    await this.guardianButton(help).click()
    await this.seesHeading('Quelques règles avant de commencer')
  }

  async seesHome(): Promise<void> {
    const shell = await this.post.shell()
    await expect(shell.getByRole('heading', { name: 'Où voulez-vous aller ?' })).toBeVisible()
  }

  /** Opens a téléservice from its tile. */
  async open(name: string, site: Site): Promise<Page> {
    const shell = await this.post.shell()
    await shell.getByRole('button', { name }).first().click()
    return this.post.web(site.origin)
  }

  /**
   * Leads a page to another of its site, and waits until that one tells the site that it is done, while nobody watches:
   * beside the product's own debugger, a second one makes Electron 33 lose frames of other sites as they arrive
   * (electron#46048, mended in 35).
   */
  async goUnwatched(page: Page, site: Site, path: string): Promise<Page> {
    const done = () => site.requests().filter((asked) => asked === 'GET /fini').length
    const before = done()
    await page.evaluate((to) => void setTimeout(() => location.assign(to), 500), site.origin + path)
    await this.post.letGo()
    await expect.poll(done, { timeout: 60_000 }).toBe(before + 1)
    return this.post.web(site.origin)
  }

  /** Signs in on Allocations, whose form is its own. */
  async signInOnAllocations(site: Site): Promise<Page> {
    const page = await this.open('Allocations', site)
    await page.goto(`${site.origin}/connexion`)
    await page.getByLabel('Identifiant').fill('personne-une')
    await page.getByLabel('Mot de passe').fill('mot-de-passe')
    await page.getByRole('button', { name: 'Se connecter' }).click()
    await expect(page).toHaveURL(`${site.origin}/compte`)
    return page
  }

  /** Opens the first document of the shelf. */
  async openFirstDocument(): Promise<void> {
    const shell = await this.post.shell()
    await shell
      .getByRole('button', { name: /^Ouvrir/ })
      .first()
      .click()
  }

  /** Asks for the end in the bar, and confirms. */
  async end(): Promise<void> {
    await this.pressInBar('Terminer ma session')
    await this.press('Oui, terminer')
  }

  /** Reads the receipt to its end. */
  async leave(): Promise<void> {
    await this.seesReceipt()
    await this.press('Terminé')
    await this.seesHeading('Bienvenue')
  }

  async seesReceipt(): Promise<void> {
    await this.seesHeading('C’est effacé, et c’est vérifié')
  }

  async seesHeading(name: string): Promise<void> {
    await expect(this.post.guardian.getByRole('heading', { level: 1, name })).toBeVisible({ timeout: 45_000 })
  }

  /** Presses a button of the guardian's page. */
  async press(name: string): Promise<void> {
    await this.guardianButton(name).click()
  }

  async pressInBar(name: string): Promise<void> {
    const shell = await this.post.shell()
    await shell.getByRole('button', { name }).first().click()
  }

  private guardianButton(name: string): Locator {
    return this.post.guardian.getByRole('button', { name }).first()
  }
}
