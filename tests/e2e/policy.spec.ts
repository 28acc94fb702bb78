import { execFile } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
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

test('a policy can be checked without opening anything', async ({ place }) => {
  const { executable, app } = program()
  const check = (file: string) => run(executable, [app, '--check-policy', '--policy', file])
  expect((await check(place.policyFile)).stdout).toContain('can be followed')
  await writeFile(place.policyFile, '{ "languages": ["de"] }')
  const refused = await check(place.policyFile).catch((error: { code: number; stderr: string }) => error)
  expect(refused).toMatchObject({
    code: 78,
    stderr: expect.stringContaining(`${place.policyFile}: languages.0`),
  })
})

test('a wrong command line is answered at once, and names what is wrong', async () => {
  const { executable, app } = program()
  const refused = await run(executable, [app, '--kiosque']).catch(
    (error: { code: number; stderr: string }) => error,
  )
  expect(refused).toMatchObject({ code: 64, stderr: expect.stringContaining('--kiosque') })
})
