import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { readIn } from '../people/reading.ts'
import { expect, test } from './fixtures.ts'
import { clickAt, learnKeys, middleOf, pressOnDesk } from './on-screen-keys.ts'
import type { Person } from './person.ts'

const sample = join(import.meta.dirname, '../../assets/orientation/sample.csv')
const structure = 'Médiathèque des Tests'

test.describe('on a post with a touch screen', () => {
  test.use({
    kiosk: true,
    alsoInPolicy: { post: { structure, touchKeyboard: true }, orientation: { places: sample } },
  })

  /** Where the bar's button is, and the keys, once the keyboard has been shown and hidden again. */
  const learn = async (shell: Page) => {
    const button = shell.getByRole('button', { name: 'Clavier', exact: true })
    await button.click()
    const keys = await learnKeys(shell)
    await button.click()
    await expect(shell.getByRole('toolbar', { name: 'Clavier' })).toBeHidden()
    return { keys, button: await middleOf(button) }
  }
  /** Where a thing of a page of the web is on the screen: below the bar. */
  const below = async (shell: Page, point: { x: number; y: number }) => {
    const bar = await shell.getByRole('banner').boundingBox()
    return { x: point.x, y: point.y + Math.ceil(bar?.height ?? 0) }
  }

  test('a person writes a name, an address and a code in a site, which sees a keyboard and keeps the focus', async ({
    post,
    person,
    sites,
  }) => {
    await person.begin()
    const page = await person.open('Allocations', sites.allocations)
    await page.goto(`${sites.allocations.origin}/coordonnees`)
    const shell = await post.shell()
    const { keys, button } = await learn(shell)
    const name = await below(shell, await middleOf(page.getByLabel('Nom')))
    await post.letGo()

    await clickAt(name)
    await clickAt(button)
    await keys.write("Noël d'Aÿ-Çô")
    await keys.press('Champ suivant')
    await keys.write('noel_1@exemple.frr')
    await keys.press('Effacer un caractère')
    await keys.press('Champ suivant')
    await keys.write('A#é9')
    await keys.press('Entrée')

    const answer = await answered(person, sites.allocations)
    await expect(answer.getByRole('heading', { name: 'Coordonnées reçues' })).toBeVisible()
    expect(await answer.getByRole('listitem').allInnerTexts()).toEqual([
      "nom : Noël d'Aÿ-Çô",
      'courriel : noel_1@exemple.fr',
      'code : A#é9',
      // Each key, and none but them: 12 + Tab, 18 + erased + Tab, 4 + Enter.
      'touches : 38',
      'pertes : 0',
    ])
  })

  test('the field stays in sight above the keyboard, and another keyboard goes on in it', async ({
    post,
    person,
    sites,
  }) => {
    await person.begin()
    const page = await person.open('Allocations', sites.allocations)
    await page.goto(`${sites.allocations.origin}/coordonnees`)
    const shell = await post.shell()
    const code = page.getByLabel('Code')
    await code.click()
    const before = await page.evaluate(() => innerHeight)
    await shell.getByRole('button', { name: 'Clavier', exact: true }).click()
    const keyboard = shell.getByRole('toolbar', { name: 'Clavier' })
    await expect(keyboard).toBeVisible()
    const height = Math.ceil((await keyboard.boundingBox())?.height ?? 0)
    await expect.poll(() => page.evaluate(() => innerHeight)).toBe(before - height)
    await expect(code).toBeInViewport({ ratio: 1 })
    await clickAt(await middleOf(keyboard.getByRole('button', { name: 'a', exact: true })))
    await expect(code).toHaveValue('a')
    await pressOnDesk('b')
    await expect(code).toHaveValue('ab')
    await shell.getByRole('button', { name: 'Clavier', exact: true }).click()
    await expect(keyboard).toBeHidden()
    await expect.poll(() => page.evaluate(() => innerHeight)).toBe(before)
  })

  test('under a finger on a field of ours it opens by itself; by keys it is used and left', async ({
    post,
    person,
  }) => {
    await person.begin()
    const shell = await post.shell()
    await shell.getByRole('button', { name: 'Retrouver mes codes' }).click()
    await shell.getByRole('button', { name: 'Je garde ces mots' }).click()
    const field = shell.getByLabel('Votre mot de passe')
    const keyboard = shell.getByRole('toolbar', { name: 'Clavier' })
    await field.click()
    await expect(keyboard).toBeHidden()
    const touch = await shell.context().newCDPSession(shell)
    await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [await middleOf(field)] })
    await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
    await expect(keyboard).toBeVisible()
    await keyboard.getByRole('button', { name: 'é', exact: true }).click()
    await expect(field).toHaveValue('é')
    await expect(field).toBeFocused()

    const b = keyboard.getByRole('button', { name: 'b', exact: true })
    await b.focus()
    await shell.keyboard.press('Enter')
    await expect(field).toHaveValue('éb')
    await expect(b).toBeFocused()
    await shell.keyboard.press('ArrowRight')
    await expect(keyboard.getByRole('button', { name: 'n', exact: true })).toBeFocused()
    await shell.keyboard.press('Escape')
    await expect(keyboard).toBeHidden()
    await expect(shell.getByRole('button', { name: 'Clavier', exact: true })).toBeFocused()
  })

  test('a list that opens under a field stays open while one writes; in Arabic, letters can be Latin', async ({
    post,
    person,
  }) => {
    await person.begin()
    const shell = await post.shell()
    await shell.getByRole('button', { name: 'Trouver de l’aide près d’ici' }).click()
    const near = shell.getByRole('combobox', { name: 'Près de quelle commune ?' })
    await shell.getByRole('button', { name: 'Clavier', exact: true }).click()
    await near.click()
    const key = (text: string) => shell.locator('.keyboard').getByText(text, { exact: true })
    for (const letter of 'port') await key(letter).click()
    await expect(near).toHaveValue('port')
    await shell.getByRole('option', { name: 'Port-Imaginaire (00110)' }).click()
    await expect(near).toHaveValue('Port-Imaginaire (00110)')

    await readIn(shell, 'ar')
    const here = shell.getByRole('combobox').last()
    await here.fill('')
    for (const letter of 'سلام') await key(letter).click()
    await key('abc').click()
    await key('a').click()
    await expect(here).toHaveValue('سلامa')
  })

  test('it writes in a frame of another site', async ({ post, person, sites }) => {
    await person.begin()
    const shell = await post.shell()
    const { origin } = sites.widgets
    const alone = await person.open('Bibliothèque', sites.widgets)
    await alone.goto(`${origin}/coordonnees`)
    const inside = await middleOf(alone.getByLabel('Nom'))
    await person.pressInBar('Accueil des services')
    const page = await person.open('Allocations', sites.allocations)
    const { keys, button } = await learn(shell)
    const asked = () => sites.widgets.requests().filter((request) => request === 'GET /coordonnees').length
    await page.evaluate(
      (to) => void setTimeout(() => location.assign(to), 500),
      `${sites.allocations.origin}/coordonnees-encadrees`,
    )
    await post.letGo()
    await expect.poll(asked).toBe(2)
    const outside = await post.web(`${sites.allocations.origin}/coordonnees-encadrees`)
    const frame = await outside.locator('iframe').boundingBox()
    const field = { x: (frame?.x ?? 0) + 200, y: (frame?.y ?? 0) + inside.y }
    const name = await below(await post.shell(), field)
    await post.letGo()

    await clickAt(name)
    await clickAt(button)
    await keys.write('Zoé')
    await keys.press('Entrée')
    await expect.poll(() => sites.widgets.sessions().map(({ user }) => user)).toEqual(['Zoé'])
  })
})

test('without the policy there is none, and no button for one', async ({ post, person }) => {
  await person.begin()
  const shell = await post.shell()
  await expect(shell.getByRole('button', { name: 'Terminer ma session' })).toBeVisible()
  await expect(shell.getByRole('button', { name: 'Clavier' })).toHaveCount(0)
})

async function answered(person: Person, site: { origin: string; requests(): string[] }): Promise<Page> {
  await expect.poll(() => site.requests()).toContain('POST /coordonnees')
  return person.post.web(site.origin)
}
