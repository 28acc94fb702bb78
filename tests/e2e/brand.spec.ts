import { writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { expect, test } from './fixtures.ts'
import { testPolicy } from './policy.ts'

const logo =
  '<svg xmlns="http://www.w3.org/2000/svg" width="120" height="40"><rect width="120" height="40" fill="#7a1f5c"/></svg>'
const plum = 'rgb(122, 31, 92)'

test('the structure’s name, logo and colour are those of its policy, before and in a session', async ({
  place,
  sites,
  start,
}) => {
  const file = join(dirname(place.policyFile), 'logo.svg')
  await writeFile(file, logo)
  const policy = { ...testPolicy(sites), brand: { colour: '#7a1f5c', logo: file } }
  await writeFile(place.policyFile, JSON.stringify(policy))
  const { guardian, shell } = await start()
  const begin = guardian.getByRole('button', { name: 'Commencer en français', exact: true })
  await expect(begin).toHaveCSS('background-color', plum)
  await expect(guardian.getByText('Médiathèque des Tests')).toBeVisible()
  await expect
    .poll(() => guardian.locator('img').evaluate((image: HTMLImageElement) => image.naturalWidth))
    .toBe(120)

  await begin.click()
  await guardian.getByRole('button', { name: 'Je fais par moi-même' }).click()
  await guardian.getByRole('button', { name: 'J’accepte' }).click()
  const end = (await shell()).getByRole('button', { name: 'Terminer ma session' })
  await expect(end).toHaveCSS('background-color', plum)
})
