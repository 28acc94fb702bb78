import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { homedir, tmpdir, userInfo } from 'node:os'
import { dirname, join } from 'node:path'
import { startCups } from '../../doubles/cups.ts'
import { Person } from '../../e2e/person.ts'
import { expect, test } from './fixtures.ts'

/** What a session shares with the machine, each place with the canary of its own. */
test('scans, print jobs, the desktop’s memory and temporary files', async ({
  start,
  place,
  canaries,
  end,
  restart,
}) => {
  const folder = await mkdtemp(join(tmpdir(), 'estran-machine-'))
  const scans = join(folder, 'scans')
  const printing = join(folder, 'cups')
  await mkdir(scans)
  await mkdir(printing)
  const policy = JSON.parse(await readFile(place.policyFile, 'utf8'))
  const scan = { folders: [scans], settleSeconds: 1, lateSeconds: 0 }
  await writeFile(place.policyFile, JSON.stringify({ ...policy, scan }))
  const cups = await startCups(printing)
  const desktop = [] as string[]
  try {
    const env = { CUPS_SERVER: cups.socketPath }
    const post = await start(env)
    const person = new Person(post)
    await person.begin()
    await person.pressInBar('Documents')
    const shell = await post.shell()

    const page = `${canaries.plant('scan-name')}.png`
    await writeFile(join(scans, page), canaries.plant('scan'))
    await expect(shell.getByText(page)).toBeVisible()

    const { username } = userInfo()
    await cups.print(username, 'swift', canaries.plant('print-done'))
    await cups.print(username, 'swift', canaries.plant('print-held'), '-H', 'hold')
    const unwanted = await cups.print(username, 'swift', canaries.plant('print-cancelled'), '-H', 'hold')
    await cups.cancel(username, unwanted)
    await cups.print(username, 'failing', canaries.plant('print-failed'))
    await cups.print(username, 'endless', canaries.plant('print-printing'))

    const leave = async (path: string, text: string) => {
      await mkdir(dirname(path), { recursive: true })
      await writeFile(path, text)
      desktop.push(path)
    }
    const data = join(homedir(), '.local/share')
    const visited = new Date().toISOString()
    const onStick = `file:///media/${canaries.plant('usb-stick-name')}/attestation.pdf`
    await leave(
      join(data, 'recently-used.xbel'),
      `<xbel><bookmark href="${onStick}" visited="${visited}"></bookmark></xbel>`,
    )
    await leave(join(data, `Trash/files/${canaries.plant('trash-name')}.pdf`), canaries.plant('trash'))
    await leave(join(homedir(), '.cache/thumbnails/normal/a.png'), canaries.plant('thumbnail'))
    await leave('/tmp/.org.chromium.Chromium.canary', canaries.plant('temporary-file'))
    await leave('/dev/shm/.org.chromium.Chromium.canary', canaries.plant('shared-memory-file'))
    await canaries.seen('before')
    await end(post)
    await restart(post, env)
    canaries.expectGone()
  } finally {
    await cups.stop()
    for (const path of [folder, ...desktop]) await rm(path, { recursive: true, force: true })
  }
})
