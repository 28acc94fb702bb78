import { execFile } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from './fixtures.ts'
import { Person } from './person.ts'
import { program } from './post.ts'

const run = promisify(execFile)

test('a broken policy: the post rests, and staff read file, key and cure', async ({ place, start }) => {
  await writeFile(
    place.policyFile,
    JSON.stringify({ session: { idleLimitSeconds: 'five', warningSeconds: 5 }, kiosque: true }),
  )
  const post = await start()
  const person = new Person(post)
  await person.seesHeading('Ce poste est fermé pour le moment')
  await expect(post.guardian.getByText('idleLimitSeconds')).toHaveCount(0)
  await person.press('Espace du personnel')
  for (const key of ['session.idleLimitSeconds', 'session.warningSeconds', 'kiosque']) {
    await expect(post.guardian.getByText(`${place.policyFile}: ${key}`)).toBeVisible()
  }
  await expect(post.guardian.getByRole('button', { name: 'Quitter Estran' })).toHaveCount(0)
})

test('a broken fragment: the post rests, and staff read which file it is', async ({ place, start }) => {
  const fragments = join(dirname(place.policyFile), 'policy.d')
  await mkdir(fragments)
  await writeFile(join(fragments, '50-post.json'), '{"navigation": {"mode": "everything"}}')
  const post = await start()
  const person = new Person(post)
  await person.seesHeading('Ce poste est fermé pour le moment')
  await person.press('Espace du personnel')
  await expect(post.guardian.getByText(`${join(fragments, '50-post.json')}: navigation.mode`)).toBeVisible()
})

test('a wrong command line is answered at once, and names what is wrong', async () => {
  const { executable, app } = program()
  const refused = await run(executable, [app, '--kiosque']).catch(
    (error: { code: number; stderr: string }) => error,
  )
  expect(refused).toMatchObject({ code: 64, stderr: expect.stringContaining('--kiosque') })
})
