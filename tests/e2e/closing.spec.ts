import { expect, test } from './fixtures.ts'
import { staffPin } from './policy.ts'

test.describe('a session nobody uses', () => {
  test.use({ sessionPolicy: { idleLimitSeconds: 30, warningSeconds: 20 } })

  test('warns, can be answered, then ends by itself', async ({ post, person }) => {
    await person.begin()
    await person.seesHeading('Êtes-vous toujours là ?')
    await person.press('Oui, je continue')
    const answered = Date.now()
    await person.seesHome()
    await person.seesHeading('Êtes-vous toujours là ?')
    expect(Date.now() - answered, 'the idle time starts again with the answer').toBeGreaterThan(20_000)
    const warned = Date.now()
    await person.seesReceipt()
    expect(Date.now() - warned, 'a warning can be answered for at least 20 s').toBeGreaterThan(18_500)
    await expect(post.guardian.getByText('car rien ne se passait plus')).toBeVisible()
  })
})

test.describe('the time of a session', () => {
  test.use({
    sessionPolicy: { timeLimitSeconds: 60, warningSeconds: 50, extensionSeconds: 60, extensionsMax: 1 },
  })

  test('can be made longer, then ends', async ({ post, person }) => {
    await person.begin()
    await person.seesHeading('Le temps est bientôt écoulé')
    await person.press('Continuer 1 minute de plus')
    const shell = await post.shell()
    await expect(shell.getByRole('timer', { name: 'Temps restant' })).toBeVisible()
    await person.post.guardian.waitForTimeout(1000)
    await expect(post.guardian.getByRole('heading', { name: 'Votre session est ouverte' })).toBeAttached()
  })
})

test('staff end a session with their PIN', async ({ post, person }) => {
  await person.begin()
  await person.pressInBar('Espace du personnel')
  await person.seesHeading('Espace du personnel')
  await post.guardian.getByLabel('Code du personnel').fill('9999')
  await person.press('Valider')
  await expect(post.guardian.getByText('Ce code n’est pas le bon.')).toBeVisible()
  await post.guardian.getByLabel('Code du personnel').fill(staffPin)
  await person.press('Valider')
  await person.press('Terminer la session')
  await post.guardian
    .getByRole('dialog')
    .or(post.guardian.getByRole('alertdialog'))
    .getByRole('button', { name: 'Terminer la session' })
    .click()
  await person.seesReceipt()
  await expect(post.guardian.getByText('L’équipe du lieu a terminé la session.')).toBeVisible()
})

test('staff put the post out of service and back', async ({ post, person }) => {
  const unlock = async () => {
    await person.press('Espace du personnel')
    await post.guardian.getByLabel('Code du personnel').fill(staffPin)
    await person.press('Valider')
  }
  await unlock()
  await person.press('Mettre hors service')
  await post.guardian
    .getByRole('dialog')
    .or(post.guardian.getByRole('alertdialog'))
    .getByRole('button', { name: 'Mettre hors service' })
    .click()
  await person.seesHeading('Ce poste est fermé pour le moment')
  await unlock()
  await person.press('Remettre en service')
  await person.seesHeading('Bienvenue')
})

test('a shutdown in mid-session wipes before it lets the system go', async ({
  post,
  person,
  start,
  sites,
}) => {
  await person.begin()
  await person.signInOnAllocations(sites.allocations)
  expect(await post.shutDown()).toBe(0)
  expect(sites.allocations.sessions().at(-1)?.state).toBe('closed')
  const again = await start()
  await expect(again.guardian.getByRole('heading', { level: 1, name: 'Bienvenue' })).toBeVisible()
})
