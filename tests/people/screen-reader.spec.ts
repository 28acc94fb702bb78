import { test as base, expect } from '../e2e/fixtures.ts'
import { Person } from '../e2e/person.ts'
import { type Heard, type ScreenReader, startScreenReader } from './screen-reader.ts'

const test = base.extend<{ reader: ScreenReader }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from this pattern.
  reader: async ({}, use) => {
    const reader = await startScreenReader()
    await use(reader)
    reader.stop()
  },
})

const called = (heard: readonly Heard[], role: string) =>
  heard.filter((one) => one.role === role).map(({ name }) => name)

test('a screen reader is given every page of the guardian: its title first, then all that can be pressed', async ({
  reader,
  start,
}) => {
  const post = await start(reader.env)
  const person = new Person(post)
  const hears = async (title: string, buttons: string[]) => {
    await expect
      .poll(async () => called(await reader.tree(), 'push button'))
      .toEqual(expect.arrayContaining(buttons))
    const tree = await reader.tree()
    expect(called(tree, 'frame')).toEqual([title])
    expect(tree.filter(({ hasFocus, role }) => hasFocus && role !== 'frame')).toMatchObject([
      { role: 'heading', name: title },
    ])
    expect(called(tree, 'push button')).not.toContain('')
    return tree
  }

  const welcome = await hears('Bienvenue', ['Langue et lecture', 'Commencer en français', 'Start in English'])
  expect(called(welcome, 'list')).toContain('Choisir une langue')
  await person.press('Commencer en français')
  await hears('Avez-vous de l’aide aujourd’hui\u00a0?', ['Retour'])
  await person.press('Je fais par moi-même')
  const charter = await hears('Quelques règles avant de commencer', [
    'J’accepte',
    'Je n’accepte pas',
    'Retour',
  ])
  expect(called(charter, 'heading')).toContain('Vos codes sont à vous')
  await person.press('J’accepte')
  await person.seesHome()

  await person.pressInBar('Terminer ma session')
  await hears('Terminer votre session\u00a0?', ['Oui, terminer', 'Continuer'])
  await person.press('Oui, terminer')
  const receipt = await hears('C’est effacé, et c’est vérifié', ['Terminé', 'Un peu'])
  expect(called(receipt, 'heading')).toEqual(expect.arrayContaining(['Sur ce poste', 'Reprenez vos papiers']))
  await person.leave()
})

test('it is told at once what cannot wait', async ({ reader, start }) => {
  const post = await start(reader.env)
  const person = new Person(post)
  await person.press('Espace du personnel')
  await expect.poll(async () => called(await reader.tree(), 'password text')).toContain('Code du personnel')
  await reader.told()
  await post.guardian.getByLabel('Code du personnel').fill('9999')
  await person.press('Valider')
  const urgent = async () => (await reader.told()).filter(({ live }) => live === 'assertive')
  await expect.poll(urgent).not.toEqual([])
})

test('nothing of a session is on the accessibility bus, which outlives it', async ({ reader, start }) => {
  const post = await start(reader.env)
  const person = new Person(post)
  await person.begin()
  await expect.poll(async () => called(await reader.tree(), 'heading')).toEqual(['Votre session est ouverte'])
})
