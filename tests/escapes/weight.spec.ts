import { expect, test } from './fixtures.ts'
import { alone } from './pages.ts'

test('pages that want all of the machine', async ({ post, page, person, attempts, sites }) => {
  const { origin } = sites.allocations
  const shell = await post.shell()
  await attempts.holds('a blob of ten gigabytes', async () => {
    await alone(post, page, `${origin}/documents`)
    const kept = await page.evaluate(async () => {
      const pieceBytes = 64 * 1024 * 1024
      const pieces: Blob[] = []
      for (let made = 0; made < 10 * 1024 ** 3; made += pieceBytes) {
        const piece = new Blob([new Uint8Array(pieceBytes).fill(1)])
        // A piece that is no longer held cannot be read.
        const end = await piece
          .slice(-1)
          .arrayBuffer()
          .catch(() => null)
        if (end === null) break
        pieces.push(piece)
      }
      return pieces.length * pieceBytes
    })
    expect(kept).toBeLessThan(10 * 1024 ** 3)
    await expect(shell.getByRole('timer')).toBeVisible()
    return `refused after ${(kept / 1024 ** 3).toFixed(1)} GB; the post goes on`
  })
  await attempts.holds('a page that fills the memory', async () => {
    await alone(post, page, `${origin}/documents`)
    await page
      .evaluate(() => {
        const held: number[][] = []
        for (;;) held.push(Array.from({ length: 1_000_000 }, (_none, index) => index + held.length + 0.5))
      })
      .catch(() => {})
    await expect(shell.getByRole('heading', { name: 'Cette page s’est arrêtée' })).toBeVisible({
      timeout: 90_000,
    })
    return 'the page alone was ended, and it was told'
  })
  await attempts.holds('the end, after all this', async () => {
    await person.end()
    await person.seesReceipt()
    return 'wiped and verified'
  })
})
