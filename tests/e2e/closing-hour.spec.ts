import { expect, test } from './fixtures.ts'

/** A full minute that leaves time to begin a session before its warning, as a policy writes hours. */
const soon = new Date(Date.now() + 90_000)
const closingHour = `${String(soon.getHours()).padStart(2, '0')}:${String(soon.getMinutes()).padStart(2, '0')}`

test.use({ sessionPolicy: { warningSeconds: 20, closing: [{ at: closingHour }] } })

test('is announced, then ends the session', async ({ post, person }) => {
  test.setTimeout(240_000)
  await person.begin()
  await expect(post.guardian.getByRole('heading', { name: 'Le lieu va bientôt fermer' })).toBeVisible({
    timeout: 120_000,
  })
  await person.press('J’ai compris, je continue')
  await person.seesHome()
  await person.seesReceipt()
  await expect(post.guardian.getByText('car le lieu ferme')).toBeVisible()
})
