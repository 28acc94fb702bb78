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
