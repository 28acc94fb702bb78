import type { Page } from '@playwright/test'
import type { PageBridge } from '../../app/contracts/contract.ts'
import type { Comfort } from '../../app/session/comfort.ts'
import { languageFacts } from '../../app/session/language-facts.ts'
import type { Language } from '../../app/session/visit.ts'
import { stringsOf } from '../assets/strings.ts'

/** Whether the language can be changed on the page: not before one was chosen, nor behind a question, nor by staff. */
export async function hasLanguages(page: Page): Promise<boolean> {
  if ((await page.getByRole('alertdialog').count()) > 0) return false
  const strings = await stringsOf(await languageOf(page), 'kit')
  const named = (key: string) => ({ name: strings[key] ?? '', exact: true })
  const open = page.getByRole('button', named('reading.open'))
  await open.click()
  const offered = await page.getByRole('radiogroup', named('reading.language')).count()
  await open.click()
  return offered > 0
}

/** The language that the page is in. */
export async function languageOf(page: Page): Promise<Language> {
  return (await page.locator('html').getAttribute('lang')) as Language
}

/** Goes on in another language, as a person does: in « Langue et lecture », which is closed again. */
export async function readIn(page: Page, language: Language): Promise<void> {
  const now = await languageOf(page)
  const nameIn = async (of: Language) => (await stringsOf(of, 'kit'))['reading.open'] ?? ''
  await page.getByRole('button', { name: await nameIn(now), exact: true }).click()
  await page.getByRole('radio', { name: languageFacts[language].name, exact: true }).click({ force: true })
  await page.locator(`html[lang="${language}"]`).waitFor()
  await page.getByRole('button', { name: await nameIn(language), exact: true }).click()
}

/** Draws the page as somebody reads best, by the call that « Langue et lecture » makes. */
export async function drawWith(page: Page, comfort: Comfort): Promise<void> {
  const group = page.url().includes('/visitor/') ? 'reading' : 'person'
  await page.evaluate(
    async ([of, choice]) => {
      const { estran } = window as unknown as { estran: PageBridge }
      await estran.call(of, 'setComfort', choice)
    },
    [group, comfort] as const,
  )
  const { textPercent, theme, spacing } = comfort
  const drawn = `html[data-text="${textPercent}"][data-theme="${theme}"][data-spacing="${spacing}"]`
  await page.locator(drawn).waitFor({ state: 'attached' })
  // Colours that are on their way are neither look's.
  await page.evaluate(async () => {
    const changes = document.getAnimations().filter((animation) => animation instanceof CSSTransition)
    await Promise.allSettled(changes.map(({ finished }) => finished))
  })
}
