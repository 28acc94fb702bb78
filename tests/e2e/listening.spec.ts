import { setTimeout as pause } from 'node:timers/promises'
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'

/** That silence is, closing.spec.ts shows with the same limit. */
const idleLimitSeconds = 30
test.use({ sessionPolicy: { idleLimitSeconds, warningSeconds: 20 } })

/** A tone, as loud as a voice in a call. */
const sound = (page: Page) =>
  page.evaluate(() => {
    const audio = new AudioContext()
    const tone = new OscillatorNode(audio)
    tone.connect(audio.destination)
    tone.start()
    return audio.resume()
  })

test('a call or a lesson that is heard is not idleness', async ({ post, person, sites }) => {
  await person.begin()
  const page = await person.open('Allocations', sites.allocations)
  // A press allows the page to be heard.
  await page.getByRole('heading').first().click()
  await sound(page)
  await pause((idleLimitSeconds + 8) * 1000)
  await expect(post.guardian.getByRole('heading', { level: 1 })).toHaveText('Votre session est ouverte')
})
