import type { Page } from '@playwright/test'
import { Person } from '../../e2e/person.ts'
import { expect, test } from './fixtures.ts'

const gigabyte = 1024 ** 3

test('a blob of two gigabytes, and the half of it', async ({ post, canaries, sites, end, restart }) => {
  test.setTimeout(300_000)
  const person = new Person(post)
  await person.begin()
  const page = await person.open('Allocations', sites.allocations)
  const half = await makeBlob(page, gigabyte, canaries.plant('blob-of-one-gigabyte'))
  expect(half, 'a blob is kept whole').toBe(true)
  // A visitor writes no blob to disk, and Chromium gives those in memory a limit: above it the page is refused.
  if (!(await makeBlob(page, 2 * gigabyte, canaries.token))) {
    canaries.refused('blob-of-two-gigabytes')
  }
  await canaries.seen('before')
  await end(post)
  await restart(post)
  canaries.expectGone()
})

/** Has a page hold a blob that begins and ends with a mark. @returns whether it can be read back */
function makeBlob(page: Page, bytes: number, mark: string): Promise<boolean> {
  return page.evaluate(
    async ({ total, words }) => {
      const pieceBytes = 64 * 1024 * 1024
      const pieces: BlobPart[] = [words]
      for (let made = 0; made < total; made += pieceBytes) {
        const piece = new Uint8Array(pieceBytes)
        crypto.getRandomValues(piece.subarray(0, 65_536))
        // One at a time: the page itself need not hold them all.
        pieces.push(new Blob([piece]))
      }
      const blob = new Blob([...pieces, words])
      const end = await blob
        .slice(-words.length)
        .text()
        .catch(() => null)
      if (end === words) Object.assign(window, { kept: blob })
      return end === words
    },
    { total: bytes, words: mark },
  )
}
