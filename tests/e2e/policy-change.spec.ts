import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from './fixtures.ts'
import { Person } from './person.ts'
import { staffPin } from './policy.ts'
import { type Place, type Post, program } from './post.ts'

/** The policy is looked at every ten seconds. */
const afterALook = 12_000

async function renameStructure(place: Place, structure: string): Promise<void> {
  const policy = JSON.parse(await readFile(place.policyFile, 'utf8'))
  await writeFile(place.policyFile, JSON.stringify({ ...policy, post: { ...policy.post, structure } }))
}

function ended(post: Post): Promise<number | null> {
  const child = post.application.process()
  return new Promise((resolve) => child.once('exit', (code) => resolve(code)))
}

async function openStaffPage(post: Post, person: Person): Promise<void> {
  await person.press('Espace du personnel')
  await post.guardian.getByLabel('Code du personnel').fill(staffPin)
  await person.press('Valider')
}

test.describe('a policy changed while the post runs', () => {
  test.use({ kiosk: true })

  test('is followed from the next session on, never in the middle of one', async ({ place, start }) => {
    const post = await start()
    const person = new Person(post)
    const end = ended(post)
    await person.begin()
    await renameStructure(place, 'Médiathèque Neuve')
    await pause(afterALook)
    await person.seesHome()
    await person.end()
    await person.seesReceipt()
    await expect(post.guardian.getByText('Médiathèque des Tests')).toBeVisible()
    await person.press('Terminé')
    expect(await end, 'stopped, for the system to start it anew').toBe(0)

    const next = await start()
    await new Person(next).seesHeading('Bienvenue')
    await expect(next.guardian.getByText('Médiathèque Neuve')).toBeVisible()
  })

  test('and broken, is not: the post goes on by the one it had, and staff are told', async ({
    place,
    start,
  }) => {
    const post = await start()
    const person = new Person(post)
    await person.seesHeading('Bienvenue')
    await writeFile(place.policyFile, '{"navigation": {"mode": "everything"}}')
    await openStaffPage(post, person)
    await expect(post.guardian.getByText(`${place.policyFile}: navigation.mode is "everything"`)).toBeVisible(
      {
        timeout: 2 * afterALook,
      },
    )
    await expect(post.guardian.getByText('le poste garde les réglages d’avant')).toBeVisible()
    await person.press('Quitter cet espace')
    await person.begin()
  })

  test('does not open a post that staff have closed', async ({ place, start }) => {
    const post = await start()
    const person = new Person(post)
    await person.seesHeading('Bienvenue')
    await openStaffPage(post, person)
    await person.press('Mettre hors service')
    await post.guardian.getByRole('alertdialog').getByRole('button', { name: 'Mettre hors service' }).click()
    await renameStructure(place, 'Médiathèque Neuve')
    await pause(afterALook)
    await person.seesHeading('Ce poste est fermé pour le moment')
  })

  test('and mended, opens a post that rested for it', async ({ place, start }) => {
    const good = await readFile(place.policyFile, 'utf8')
    await writeFile(place.policyFile, '{')
    const post = await start()
    const end = ended(post)
    await new Person(post).seesHeading('Ce poste est fermé pour le moment')
    await writeFile(place.policyFile, good)
    expect(await end).toBe(0)
    await new Person(await start()).seesHeading('Bienvenue')
  })
})

test('outside a kiosk, where nobody would start it again, the post does so itself', async ({ place }) => {
  // Not watched: when what it started ends, Playwright kills what it left, the post that takes its place too.
  const { executable, app } = program()
  const args = [app, '--policy', place.policyFile, '--state', place.stateFolder]
  const first = spawn(executable, args, { stdio: 'ignore', detached: true })
  const end = new Promise((resolve) => first.once('exit', resolve))
  const guardians = () => guardiansOf(place)
  try {
    const isWelcome = () => existsSync(join(place.stateFolder, 'welcomed'))
    await expect.poll(isWelcome, { timeout: 15_000 }).toBe(true)
    await renameStructure(place, 'Médiathèque Neuve')
    expect(await end).toBe(0)
    await expect.poll(guardians, { timeout: 15_000 }).toHaveLength(1)
    expect(await guardians()).not.toContain(first.pid)
  } finally {
    for (const id of await guardians()) process.kill(id, 'SIGTERM')
  }
  await expect.poll(guardians, { timeout: 30_000 }).toEqual([])
})

/** Ids of the guardians that run with this place's state. */
async function guardiansOf({ stateFolder }: Place): Promise<number[]> {
  const ids = (await readdir('/proc')).map(Number).filter((id) => id > 0)
  return ids.filter((id) => {
    try {
      const words = readFileSync(`/proc/${id}/cmdline`, 'utf8').split('\0')
      return words.includes(stateFolder) && !words.some((word) => /^--(type=|visitor$)/.test(word))
    } catch {
      return false
    }
  })
}
