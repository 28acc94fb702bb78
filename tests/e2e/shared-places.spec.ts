import { execFile, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { homedir, tmpdir, userInfo } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { startCups } from '../doubles/cups.ts'
import { expect, test } from './fixtures.ts'
import { Person } from './person.ts'

const run = promisify(execFile)

const data = join(homedir(), '.local/share')
const traces = [
  join(data, 'Trash/files/canary.pdf'),
  join(data, 'Trash/info/canary.pdf.trashinfo'),
  join(homedir(), '.cache/thumbnails/normal/canary.png'),
  '/dev/shm/.org.chromium.Chromium.canary',
  '/tmp/.org.chromium.Chromium.canary',
]
const recentFiles = join(data, 'recently-used.xbel')
const before = join(data, 'Trash/files/before-the-session.pdf')

const write = async (path: string, text: string) => {
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, text)
}

test.afterEach(async () => {
  for (const path of [...traces, recentFiles, before]) await rm(path, { force: true })
})

test('what a session shares with the machine is emptied, and what was there before stays', async ({
  start,
}) => {
  await write(before, 'not a person’s')
  const person = new Person(await start())
  await person.begin()
  for (const path of traces) await write(path, 'canary')
  const visited = new Date().toISOString()
  await write(recentFiles, `<xbel><bookmark href="file:///canary" visited="${visited}"></bookmark></xbel>`)
  await person.end()
  await person.seesReceipt()
  expect(traces.filter((path) => existsSync(path))).toEqual([])
  expect(await readFile(recentFiles, 'utf8')).not.toContain('canary')
  expect(existsSync(before)).toBe(true)
})

for (const place of ['desktopTraces', 'temporaryFiles']) {
  test(`the next person is kept away when this step is switched off: ${place}`, async ({ start }) => {
    const person = new Person(await start({ ESTRAN_FAULT: `${place}:skip` }))
    await person.begin()
    for (const path of traces) await write(path, 'canary')
    await person.end()
    await person.seesHeading('Ce poste est fermé pour le moment')
  })
}

test('print jobs of a session are gone, and a print server that stops closes the post', async ({ start }) => {
  const folder = await mkdtemp(join(tmpdir(), 'estran-test-'))
  const cups = await startCups(folder)
  const documents = async () => (await readdir(cups.spool)).filter((name) => name.startsWith('d')).length
  const { username } = userInfo()
  try {
    const person = new Person(await start({ CUPS_SERVER: cups.socketPath }))
    await person.begin()
    await cups.print(username, 'swift', 'canary')
    await cups.print(username, 'swift', 'canary', '-H', 'hold')
    expect(await documents()).toBe(2)
    await person.end()
    await person.seesReceipt()
    expect(await documents()).toBe(0)
    await person.leave()

    await person.begin()
    await cups.print(username, 'swift', 'canary', '-H', 'hold')
    await cups.stop()
    await person.end()
    await person.seesHeading('Ce poste est fermé pour le moment')
  } finally {
    await cups.stop()
    await rm(folder, { recursive: true, force: true })
  }
})

test('a session that crashed is made up for at the next start', async ({ start }) => {
  const first = await start()
  await new Person(first).begin()
  for (const path of traces) await write(path, 'canary')
  await first.cutPower()
  await new Person(await start()).seesHeading('Bienvenue')
  expect(traces.filter((path) => existsSync(path))).toEqual([])
})

test('a clipboard and a marked text that another program holds are emptied, session after session', async ({
  start,
}) => {
  const person = new Person(await start())
  for (const session of ['first', 'second']) {
    await person.begin()
    for (const selection of ['clipboard', 'primary']) await fill(selection, `canary-${session}`)
    expect(await held('clipboard')).toBe(`canary-${session}`)
    expect(await held('primary')).toBe(`canary-${session}`)
    await person.end()
    await person.seesReceipt()
    expect(await held('clipboard')).toBe('')
    expect(await held('primary')).toBe('')
    await person.leave()
  }
})

/** As a program that is none of the session's: it goes on offering what it holds until another takes its turn. */
function fill(selection: string, text: string): Promise<void> {
  const program = spawn('xclip', ['-in', '-selection', selection], { stdio: ['pipe', 'ignore', 'ignore'] })
  program.stdin.end(text)
  // Its first process leaves once the second holds the selection.
  return new Promise((resolve) => program.once('exit', () => resolve()))
}

/** What another program would be given; empty when nobody holds the selection. */
async function held(selection: string): Promise<string> {
  const asked = run('xclip', ['-out', '-selection', selection], { timeout: 5000 })
  return asked.then(({ stdout }) => stdout).catch(() => '')
}
