import { expect, type Page } from '@playwright/test'
import type { Post } from '../e2e/post.ts'

/** Every page of the visitor that this page is in, the shell's included. */
export function pagesWith(page: Page): Page[] {
  const contexts = page.context().browser()?.contexts() ?? []
  return contexts.flatMap((context) => context.pages())
}

/** One page, on which attempts are made; what an earlier one left is closed. */
export async function alone(post: Post, page: Page, address: string): Promise<void> {
  const shell = await post.shell()
  for (const other of pagesWith(page)) if (other !== page && other !== shell) await other.close()
  // An earlier attempt may still be on its way.
  await expect(() => page.goto(address)).toPass()
}
