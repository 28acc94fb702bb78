import { join } from 'node:path'
import { afterAll, expect, test, vi } from 'vitest'
import { coordinatorApi } from '../../../app/contracts/coordinator-api.ts'
import { readPairingCode } from '../../../app/coordinator/pairing-code.ts'
import { totalOf } from '../../../app/tally/series.ts'
import { backUp, restore } from '../../../main/coordinator/backup.ts'
import { openStore } from '../../../main/coordinator/store/store.ts'
import { startProcess } from '../../doubles/coordinator-process.ts'
import { countingPost } from '../../doubles/counting-post.ts'
import { onEachStore } from '../../doubles/each-store.ts'
import { type As, password, say, signedIn } from '../../doubles/network.ts'
import { temporaryFolder } from '../../doubles/temporary-folder.ts'

const { door, sites, posts, post } = coordinatorApi
const table: { fault: string; counted: number; held: number }[] = []
afterAll(() => console.table(table))

onEachStore('totals', (database) => {
  test('are right after each thing that can go wrong', async () => {
    const folder = await temporaryFolder()
    const { databaseUrl } = await database()
    let coordinator = await startProcess(folder, databaseUrl)
    const ask = async (...[route, asked, as]: [Parameters<typeof say>[1], object, As?]) =>
      (await say(coordinator.address, route, asked, as ?? admin)).body as never
    const withStore = async (use: (store: Awaited<ReturnType<typeof openStore>>) => Promise<unknown>) => {
      const store = await openStore(folder, databaseUrl)
      await use(store).finally(() => store.close())
    }
    const admin = signedIn(
      await say(coordinator.address, door.makeFirstAdmin, {
        body: { code: coordinator.firstAdminCode, name: 'admin', password },
      }),
    )
    const { id: siteId }: { id: string } = await ask(sites.create, { body: { name: 'Dax' } })
    const joinWith = async (code: string): Promise<{ token: string }> =>
      ask(post.join, { body: { secret: readPairingCode(code)?.secret } }, {})
    const pair: { code: string; postId: string } = await ask(posts.pair, {
      body: { name: 'Poste 1', siteId },
    })
    let { token } = await joinWith(pair.code)
    let isCut = false
    const here = countingPost(() => ({ address: isCut ? 'http://127.0.0.1:1' : coordinator.address, token }))
    let counted = 0
    const count = (day: string, uses: number) => {
      here.count(day, uses)
      counted += uses
    }
    const expectTotal = async (fault: string) => {
      const days: Record<string, Record<string, number>> = await ask(post.days, { query: {} }, { token })
      const held = Object.values(days)
        .flatMap((series) => Object.values(series))
        .reduce((sum, total) => sum + total, 0)
      table.push({
        fault: `${fault} (${databaseUrl === undefined ? 'SQLite' : 'PostgreSQL'})`,
        counted,
        held,
      })
      expect(held, fault).toBe(counted)
    }

    count('2026-11-16', 20)
    await here.sync()
    await expectTotal('none')

    isCut = true
    count('2026-11-17', 15)
    await expect(here.sync()).rejects.toThrow()
    here.restart()
    count('2026-11-30', 12)
    await expect(here.sync()).rejects.toThrow()
    isCut = false
    await here.sync()
    await expectTotal('network cut for two weeks')

    const backup = join(folder, 'yesterday.gz')
    await withStore((store) => backUp(store, backup))
    for (let killed = 0; killed < 5; killed++) {
      for (let day = 1; day <= 28; day++) count(`2026-12-${String(day).padStart(2, '0')}`, 11)
      const syncing = here.sync().then(
        () => 'told',
        () => 'cut',
      )
      await new Promise((resolve) => setTimeout(resolve, killed * 15))
      await coordinator.kill()
      await syncing
      coordinator = await startProcess(folder, databaseUrl)
    }
    await here.sync()
    await expectTotal('coordinator killed five times while a post tells')

    const older = here.disk()
    expect(await coordinator.stop()).toBe(0)
    // Those that were killed are taken for running for a while.
    await vi.waitFor(() => withStore((store) => restore(store, backup, true)), {
      timeout: 30_000,
      interval: 1000,
    })
    coordinator = await startProcess(folder, databaseUrl)
    Object.assign(
      admin,
      signedIn(await say(coordinator.address, door.signIn, { body: { name: 'admin', password } })),
    )
    await here.sync()
    await expectTotal('database of yesterday put back')

    count('2026-11-18', 30)
    await here.sync()
    here.restart(older)
    count('2026-11-18', 13)
    await here.sync()
    await expectTotal('disk of a post put back to an older state')

    const again: { code: string } = await ask(posts.pairAgain, { params: { postId: pair.postId } })
    token = (await joinWith(again.code)).token
    here.restart({})
    count('2026-11-18', 14)
    await here.sync()
    await expectTotal('post installed again from its image')

    count('2026-10-01', 17)
    await here.sync()
    await expectTotal('clock of a post set back')
    expect(
      Object.values(here.disk())
        .flatMap(Object.values)
        .reduce((sum, some) => sum + totalOf(some), 0),
    ).toBe(31)
  }, 180_000)
})
