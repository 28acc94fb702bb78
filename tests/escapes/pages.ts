import { expect, type Page } from '@playwright/test'
import type { Post } from '../e2e/post.ts'

/** Every page of the visitor that this page is in, the shell's included. */
export function pagesWith(page: Page): Page[] {
  const contexts = page.context().browser()?.contexts() ?? []
  return contexts.flatMap((context) => context.pages())
}

/** One page, the first, on which attempts are made; what an earlier one left is closed, as a person closes it. */
export async function alone(post: Post, page: Page, address: string): Promise<void> {
  const shell = await post.shell()
  const tabs = shell.getByRole('tab')
  const soon = { timeout: 2000 }
  await expect(async () => {
    // With one page left, the bar lists none.
    if ((await tabs.count()) > 0) {
      await tabs.last().click(soon)
      await expect(tabs.last()).toHaveAttribute('aria-selected', 'true', soon)
      await shell.getByRole('button', { name: 'Fermer cette page' }).first().click(soon)
    }
    expect(await tabs.count()).toBe(0)
    // The page comes, but beside the product's own debugger its news does not always reach ours (electron#46048).
    await page.goto(address, { timeout: 6000 })
  }).toPass({ intervals: [50] })
}
