import { execFile } from 'node:child_process'
import { appendFile, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { exitCodes } from '../../main/guardian/exit-codes.ts'
import { expect, test } from './fixtures.ts'
import { Person } from './person.ts'
import { program } from './post.ts'

const run = promisify(execFile)

/** Runs a command as an admin does from afar: without a display. */
async function estran(...args: string[]): Promise<{ code: number; out: string; said: string }> {
  const { executable, app } = program()
  const { DISPLAY: _display, WAYLAND_DISPLAY: _wayland, ...env } = process.env
  const answer = await run(executable, [app, ...args], { env }).catch(
    (error: { code: number; stdout: string; stderr: string }) => error,
  )
  return {
    code: 'code' in answer ? answer.code : 0,
    out: answer.stdout,
    said: answer.stdout + answer.stderr,
  }
}

test('every command works without a display, and its exit code is that of the table', async ({ place }) => {
  const files = ['--policy', place.policyFile]
  const state = ['--state', place.stateFolder]
  expect(await estran('--version')).toMatchObject({ code: exitCodes.fine })
  const { code, said } = await estran('--help')
  expect(code).toBe(exitCodes.fine)
  for (const number of Object.values(exitCodes)) expect(said).toMatch(new RegExp(`^ +${number}  `, 'm'))
  expect((await estran('policy', '--check', place.policyFile)).said).toContain('can be followed')
  expect((await estran('policy', '--explain', 'post.desk', ...files)).said).toContain(place.policyFile)
  const effective = await estran('policy', '--print-effective', ...files)
  expect(JSON.parse(effective.out)).toMatchObject({ staff: { pinHash: '(hidden)' } })
  expect((await estran('receipts', '--verify', ...state)).code).toBe(exitCodes.fine)
  expect((await estran('--kiosque')).code).toBe(exitCodes.wrongUse)
  await mkdir(place.stateFolder, { recursive: true })
  await writeFile(join(place.stateFolder, 'receipts.jsonl'), 'x\n')
  expect((await estran('receipts', '--verify', ...state)).code).toBe(exitCodes.wrongData)

  await writeFile(place.policyFile, '{ "languages": ["de"] }')
  const refused = await estran('policy', '--check', ...files)
  expect(refused).toMatchObject({
    code: exitCodes.wrongPolicy,
    said: expect.stringContaining(`${place.policyFile}: languages.0`),
  })
  expect((await estran('policy', '--print-effective', ...files)).code).toBe(exitCodes.wrongPolicy)
  expect((await estran('catalogue', '--check', ...files)).code).toBe(exitCodes.wrongPolicy)
})

test('a post is started once with a state folder', async ({ place, post }) => {
  await new Person(post).seesHeading('Bienvenue')
  const { executable, app } = program()
  const second = await run(executable, [
    app,
    '--policy',
    place.policyFile,
    '--state',
    place.stateFolder,
  ]).catch((error: { code: number }) => error)
  expect(second).toMatchObject({ code: exitCodes.alreadyRunning })
})

/** What `estran check` found of each thing. */
async function check(place: { policyFile: string; stateFolder: string }) {
  const { code, out } = await estran(
    ...['check', '--json', '--policy', place.policyFile, '--state', place.stateFolder],
  )
  const { worst, lines } = JSON.parse(out)
  const found: Record<string, string> = Object.fromEntries(
    lines.map((line: { check: string; finding: string }) => [line.check, line.finding]),
  )
  return { code, worst, found }
}

test('"estran check" tells what a post is, before, during and after what can go wrong', async ({
  place,
  start,
}) => {
  const fresh = await check(place)
  expect(fresh.found).toMatchObject({
    policy: 'followed',
    // Policy and state are this user's own here.
    permissions: 'changeable',
    identity: 'notYet',
    journal: 'none',
    receipts: 'whole',
    bubblewrap: 'works',
    userNamespaces: 'allowed',
    chromiumSandbox: 'namespaces',
    fuses: 'source',
    runtime: 'other',
    newVersions: 'noSource',
    scanner: 'notAsked',
  })
  expect(fresh).toMatchObject({ code: exitCodes.failed, worst: 'fail' })

  const post = await start()
  const person = new Person(post)
  await person.begin()
  expect((await check(place)).found, 'while the post runs').toMatchObject({
    identity: 'own',
    journal: 'open',
  })
  await person.end()
  await person.leave()
  expect((await check(place)).found).toMatchObject({ journal: 'closed', receipts: 'whole' })
  await post.cutPower()

  const identity = join(place.stateFolder, 'identity.json')
  const { machine, ...rest } = JSON.parse(await readFile(identity, 'utf8'))
  await writeFile(identity, JSON.stringify({ ...rest, machine: machine.replace(/./g, '0') }))
  await appendFile(join(place.stateFolder, 'receipts.jsonl'), 'x\n')
  await writeFile(join(place.stateFolder, 'journal.json'), 'x')
  await writeFile(place.policyFile, '{"session": {"warningSeconds": 1}}')
  expect((await check(place)).found).toMatchObject({
    policy: 'broken',
    identity: 'cloned',
    journal: 'damaged',
    receipts: 'altered',
  })
})

test.describe('an update', () => {
  const hour = (later: number) => new Date(Date.now() + later * 3_600_000).toTimeString().slice(0, 5)
  const source = 'https://paquets.example.fr/estran'
  test.use({ alsoInPolicy: { updates: { source, from: hour(-3), until: hour(3) } } })

  test('may begin when nothing of anybody is left, and not before', async ({ place, start }) => {
    const ask = () =>
      estran('updates', '--allowed', '--policy', place.policyFile, '--state', place.stateFolder)
    expect(await ask(), 'a post that has never started').toMatchObject({ code: exitCodes.notNow })
    const person = new Person(await start())
    await person.seesHeading('Bienvenue')
    expect(await ask()).toMatchObject({ code: exitCodes.fine, out: `${source} general\n` })
    await person.begin()
    expect(await ask()).toMatchObject({
      code: exitCodes.notNow,
      said: expect.stringContaining('a session is under way'),
    })
    await writeFile(place.policyFile, '{ "updates": { "ring": "all" } }')
    expect(await ask()).toMatchObject({ code: exitCodes.wrongPolicy })
  })

  test('finds the version that has shown its welcome page, and nobody sent away', async ({
    place,
    start,
  }) => {
    const post = await start()
    const person = new Person(post)
    await person.seesHeading('Bienvenue')
    const version = await post.application.evaluate(({ app }) => app.getVersion())
    await expect
      .poll(() => readFile(join(place.stateFolder, 'welcomed'), 'utf8').catch(() => null))
      .toBe(`${version}\n`)

    const end = new Promise<number | null>((resolve) => post.application.process().once('exit', resolve))
    const askToLeave = () => process.kill(post.guardianId, 'SIGUSR2')
    await person.begin()
    askToLeave()
    await person.seesHome()
    await person.end()
    await person.seesReceipt()
    askToLeave()
    await person.leave()
    await person.seesHeading('Bienvenue')
    askToLeave()
    expect(await end).toBe(0)
  })
})
