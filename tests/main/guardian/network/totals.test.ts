import '../../../doubles/own-certificates.ts'
import '../../../doubles/silent-log.ts'
import { cp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { afterAll, expect, test, vi } from 'vitest'
import { coordinatorApi } from '../../../../app/contracts/coordinator-api.ts'
import type { Answer, Ask, Route } from '../../../../app/contracts/route.ts'
import { backUp, restore } from '../../../../main/coordinator/backup.ts'
import { openStore } from '../../../../main/coordinator/store/store.ts'
import { pair } from '../../../../main/guardian/network/pair.ts'
import { pairingFileIn, readPairing, writePairing } from '../../../../main/guardian/network/pairing-file.ts'
import { startProcess } from '../../../doubles/coordinator-process.ts'
import { type As, password, say, signedIn } from '../../../doubles/network.ts'
import { countsOfAUse, networkedPost } from '../../../doubles/networked-post.ts'
import { temporaryFolder } from '../../../doubles/temporary-folder.ts'

const { door, sites, posts, post: link } = coordinatorApi
const table: { fault: string; counted: number; held: number }[] = []
afterAll(() => console.table(table))

/** A use is counted in three families: the session, the language, the charter. */

test('what a coordinator holds of a real post is what was counted there, after each fault', async () => {
  const folder = await temporaryFolder()
  const how = ['--port', String(await freePort()), '--address', '127.0.0.1']
  let coordinator = await startProcess(folder, undefined, how)
  const admin: As = {}
  const signIn = async () =>
    Object.assign(
      admin,
      signedIn(await say(coordinator.address, door.signIn, { body: { name: 'admin', password } })),
    )
  const ask = async <R extends Route>(route: R, asked: Ask<R> & object, as = admin): Promise<Answer<R>> => {
    const said = await say(coordinator.address, route, asked, as)
    if (said.status >= 300) throw new Error(`${route.path}: ${JSON.stringify(said.body)}`)
    return said.body as Answer<R>
  }
  const withStore = async (use: (store: Awaited<ReturnType<typeof openStore>>) => Promise<unknown>) => {
    const store = await openStore(folder, undefined)
    await use(store).finally(() => store.close())
  }
  const body = { code: coordinator.firstAdminCode ?? '', name: 'admin', password }
  Object.assign(admin, signedIn(await say(coordinator.address, door.makeFirstAdmin, { body })))
  const { id: siteId } = await ask(sites.create, { body: { name: 'Dax', commune: 'Dax' } })
  const { postId, code } = await ask(posts.pair, { body: { name: 'Poste 1', siteId } })
  const stateFolder = join(await temporaryFolder(), 'state')
  const post = await networkedPost(stateFolder)
  expect(await pair(code, stateFolder)).toMatchObject({ is: 'paired' })

  let uses = 0
  const count = async (day: string, some: number) => {
    await post.count(day, some)
    uses += some
  }
  const held = async (): Promise<number> => {
    const { token = '' } = (await readPairing(pairingFileIn(stateFolder))) ?? {}
    const days = await ask(link.days, { query: {} }, { token })
    const all = Object.values(days).flatMap((series) => Object.values(series))
    return all.reduce((sum, total) => sum + total, 0) / countsOfAUse
  }
  const stands = (standing: string) =>
    vi.waitFor(() => expect(post.network().standing()).toBe(standing), { timeout: 30_000 })
  /** Nothing is done for it but to wait: the post catches up by itself. */
  const expectTotal = async (fault: string) => {
    await vi.waitFor(
      async () => {
        // As long as it would have waited between two tries.
        post.passTime(300)
        expect(await held(), fault).toBe(uses)
      },
      { timeout: 30_000, interval: 200 },
    )
    // What is told once too often would show now.
    await stands('connected')
    table.push({ fault, counted: uses, held: await held() })
    expect(await held()).toBe(uses)
  }

  await count('2026-11-16', 12)
  await expectTotal('none')

  expect(await coordinator.stop()).toBe(0)
  await stands('unreachable')
  await count('2026-11-17', 7)
  post.stop()
  post.start()
  await count('2026-12-02', 5)
  coordinator = await startProcess(folder, undefined, how)
  await signIn()
  await expectTotal('coordinator away for two weeks, post started again meanwhile')

  const backup = join(folder, 'yesterday.gz')
  await withStore((store) => backUp(store, backup))
  for (let killed = 0; killed < 4; killed++) {
    for (let day = 1; day <= 28; day++) await count(`2027-01-${String(day).padStart(2, '0')}`, 1)
    await new Promise((resolve) => setTimeout(resolve, killed * 30))
    await coordinator.kill()
    coordinator = await startProcess(folder, undefined, how)
  }
  await signIn()
  await expectTotal('coordinator killed four times while the post tells')

  expect(await coordinator.stop()).toBe(0)
  // Those that were killed are taken for running for a while.
  await vi.waitFor(() => withStore((store) => restore(store, backup, true)), {
    timeout: 30_000,
    interval: 1000,
  })
  coordinator = await startProcess(folder, undefined, how)
  await signIn()
  await expectTotal('database of yesterday put back')

  await ask(posts.revoke, { params: { postId } })
  await stands('refused')
  await count('2027-01-29', 4)
  const again = await ask(posts.pairAgain, { params: { postId } })
  expect(await pair(again.code, stateFolder)).toMatchObject({ is: 'paired' })
  await expectTotal('token revoked, post paired again')

  const pairing = await readPairing(pairingFileIn(stateFolder))
  if (pairing === null) throw new Error('not paired')
  await writePairing(pairingFileIn(stateFolder), { ...pairing, fingerprint: 'ab'.repeat(16) })
  await stands('wrongCertificate')
  await count('2027-01-30', 2)
  await writePairing(pairingFileIn(stateFolder), pairing)
  await expectTotal('another certificate for a while')

  const image = join(await temporaryFolder(), 'image')
  post.stop()
  await cp(stateFolder, image, { recursive: true })
  post.start()
  await count('2027-01-31', 3)
  await expectTotal('none, before the disk is put back')
  post.stop()
  await rm(stateFolder, { recursive: true })
  await cp(image, stateFolder, { recursive: true })
  post.start()
  await count('2027-01-31', 6)
  await expectTotal('disk of the post put back to an older state')

  post.stop()
  await rm(join(stateFolder, 'tally.json'))
  await rm(pairingFileIn(stateFolder))
  post.start()
  await count('2027-02-01', 8)
  const reinstalled = await ask(posts.pairAgain, { params: { postId } })
  expect(await pair(reinstalled.code, stateFolder)).toMatchObject({ is: 'paired' })
  await expectTotal('post installed again')
}, 240_000)

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}
