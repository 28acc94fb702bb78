import { execFile } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from './fixtures.ts'
import { Person } from './person.ts'
import { adminPin, staffPin } from './policy.ts'
import { type Post, program } from './post.ts'

const run = promisify(execFile)

const logOf = (stateFolder: string) => join(stateFolder, 'receipts.jsonl')

async function receipts(stateFolder: string): Promise<Record<string, unknown>[]> {
  const text = await readFile(logOf(stateFolder), 'utf8')
  return text
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line))
}

/** `estran receipts --verify`, as an admin calls it. */
async function verify(stateFolder: string): Promise<{ code: number; says: string }> {
  const { executable, app } = program()
  const answer = await run(executable, [app, 'receipts', '--verify', '--state', stateFolder]).catch(
    (error: { code: number; stdout: string; stderr: string }) => error,
  )
  return { code: 'code' in answer ? answer.code : 0, says: answer.stdout + answer.stderr }
}

/** Staff sign in and say, with a PIN, that they have checked by hand. */
async function checkByHand(post: Post, person: Person, pin: string): Promise<void> {
  const byHand = post.guardian.getByLabel('Code d’administration')
  if (!(await byHand.isVisible())) {
    await person.press('Espace du personnel')
    await post.guardian.getByLabel('Code du personnel').fill(staffPin)
    await person.press('Valider')
  }
  await byHand.fill(pin)
  await person.press('J’ai contrôlé à la main')
}

test('each session leaves one line that tells nothing of anybody, and the log shows what was done to it', async ({
  post,
  person,
  sites,
}) => {
  await person.begin()
  await person.signInOnAllocations(sites.allocations)
  await person.end()
  await person.leave()
  for (const _ of [2, 3]) {
    await person.begin()
    await person.end()
    await person.leave()
  }
  const lines = await receipts(post.stateFolder)
  expect(lines).toHaveLength(3)
  expect(lines[0]).toMatchObject({
    event: 'end',
    sequence: 1,
    cause: 'person',
    places: { processes: 'absent', sessionRoot: 'absent', clipboard: 'absent' },
    logOuts: { confirmed: 1, attempted: 0, unavailable: 0 },
    verdict: 'clean',
  })
  const text = await readFile(logOf(post.stateFolder), 'utf8')
  expect(text).not.toMatch(/localhost|127\.0|allocations|personne|\d\d:\d\d/i)

  expect(await verify(post.stateFolder)).toMatchObject({ code: 0, says: expect.stringContaining('3 lines') })
  const rewritten = async (change: (line: string, number: number) => string) => {
    const changed = text.replace(/.*\n/g, (line) => change(line, JSON.parse(line).number))
    await writeFile(logOf(post.stateFolder), changed)
    return verify(post.stateFolder)
  }
  for (const number of [1, 2, 3]) {
    expect(await rewritten((line, at) => (at === number ? '' : line))).toMatchObject({
      code: 65,
      says: expect.stringContaining(`line ${number} was removed`),
    })
  }
  expect(
    await rewritten((line, at) => (at === 2 ? line.replace('"person"', '"staff"') : line)),
  ).toMatchObject({
    code: 65,
    says: expect.stringContaining('line 2 was altered'),
  })
})

test('checked by hand: refused without the PIN of administration and while the session’s folder is there', async ({
  start,
  place,
}) => {
  const post = await start({ ESTRAN_FAULT: 'sessionRoot:skip' })
  const person = new Person(post)
  await person.begin()
  await person.end()
  await person.seesHeading('Ce poste est fermé pour le moment')
  await checkByHand(post, person, staffPin)
  await expect(post.guardian.getByText('Ce code n’est pas le bon.')).toBeVisible()
  expect((await receipts(place.stateFolder)).at(-1)).toMatchObject({ event: 'end', verdict: 'notClean' })

  await checkByHand(post, person, adminPin)
  await expect(post.guardian.getByText(/Contrôle refusé.*le dossier ou les programmes/)).toBeVisible()
  await expect(post.guardian.getByText(/estran-/).first(), 'where it is').toBeVisible()
  expect((await receipts(place.stateFolder)).at(-1)).toMatchObject({
    event: 'checkedByHand',
    verdict: 'notClean',
    places: { sessionRoot: 'present' },
  })
  await person.press('Quitter cet espace')
  await person.seesHeading('Ce poste est fermé pour le moment')
})

test('checked by hand: the post goes on where the session’s folder and programs are gone, and it is on record', async ({
  start,
  place,
}) => {
  const post = await start({ ESTRAN_FAULT: 'clipboard.readBack:fail' })
  const person = new Person(post)
  // Nothing can be said of the clipboard from the start on: the post has never welcomed anybody.
  await person.seesHeading('Ce poste est fermé pour le moment')
  await checkByHand(post, person, adminPin)
  await expect(post.guardian.getByText('Le poste est libre.')).toBeVisible()
  await person.press('Quitter cet espace')
  await person.seesHeading('Bienvenue')
  expect((await receipts(place.stateFolder)).map(({ event, verdict }) => `${event}: ${verdict}`)).toEqual([
    'recovery: notClean',
    'checkedByHand: acceptedByHand',
  ])
  expect(await verify(place.stateFolder)).toMatchObject({ code: 0 })
})
