import { expect, test } from 'vitest'
import { coordinatorApi } from '../../../app/contracts/coordinator-api.ts'
import { weekOf } from '../../../app/tally/week.ts'
import { sumsOf } from '../../../main/coordinator/books/counts.ts'
import { openStore } from '../../../main/coordinator/store/store.ts'
import { onEachStore } from '../../doubles/each-store.ts'
import { type Network, network, settingsIn, speakTo, startInTest } from '../../doubles/network.ts'
import { temporaryFolder } from '../../doubles/temporary-folder.ts'

const { tellDay, days } = coordinatorApi.post
const alone = 'am/session/help=alone/end=person'
const french = 'pm/language/fr'

const held = ({ ask }: Network, token: string) => ask(days, { query: {} }, { token })

onEachStore('counts', (database) => {
  test('a day told again, late, or in part changes nothing; the greatest of each counter is kept', async () => {
    const net = await network(await database())
    const { token } = await net.post()
    const tell = (day: string, body: Record<string, Record<string, number>>) =>
      net.ask(tellDay, { params: { day }, body }, { token })

    await tell('2026-11-22', { seriesone: { [alone]: 2, [french]: 3 } })
    await tell('2026-11-22', { seriesone: { [alone]: 5, [french]: 3 } })
    await tell('2026-11-22', { seriesone: { [alone]: 2, [french]: 3 } })
    await tell('2026-11-22', { seriesone: { [alone]: 1 } })
    await tell('2026-11-22', { seriestwo: { [alone]: 1 } })
    await tell('2026-11-23', { seriesone: { [alone]: 7 } })
    expect(await held(net, token)).toEqual({
      '2026-11-22': { seriesone: 8, seriestwo: 1 },
      '2026-11-23': { seriesone: 7 },
    })
    expect(await net.ask(days, { query: { since: '2026-11-23' } }, { token })).toEqual({
      '2026-11-23': { seriesone: 7 },
    })
  })

  test('many posts telling at once, some twice, are each kept apart and whole', async () => {
    const net = await network(await database())
    const siteId = await net.site()
    const posts = await Promise.all([1, 2, 3, 4, 5, 6].map((n) => net.post(`Poste ${n}`, siteId)))
    const tellings = posts.flatMap(({ token }, post) =>
      [3, 1, 2, 3, 3, 2].map((count) =>
        net.ask(
          tellDay,
          { params: { day: '2026-11-22' }, body: { seriesone: { [alone]: count + post, [french]: 1 } } },
          { token },
        ),
      ),
    )
    await Promise.all(tellings)
    for (const [post, { token }] of posts.entries()) {
      expect(await held(net, token)).toEqual({ '2026-11-22': { seriesone: 3 + post + 1 } })
    }
  })

  test('what was acknowledged is there after a restart', async () => {
    const settings = { ...settingsIn(await temporaryFolder()), ...(await database()) }
    const first = await network(settings)
    const { token } = await first.post()
    await first.ask(
      tellDay,
      { params: { day: '2026-11-22' }, body: { seriesone: { [alone]: 4 } } },
      { token },
    )
    await first.coordinator.stop()
    const again = speakTo(await startInTest(settings), first.admin)
    expect(again.coordinator.firstAdminCode).toBeNull()
    expect(await held(again, token)).toEqual({ '2026-11-22': { seriesone: 4 } })
  })

  test('counts stay with the site they were counted at when a post moves', async () => {
    const settings = { ...settingsIn(await temporaryFolder()), ...(await database()) }
    const net = await network(settings)
    const [before, after] = [await net.site('Avant'), await net.site('Après')]
    const { id, token } = await net.post('Poste 1', before)
    const tell = (day: string) =>
      net.ask(tellDay, { params: { day }, body: { seriesone: { [alone]: 20 } } }, { token })
    await tell('2026-11-16')
    await net.ask(coordinatorApi.posts.change, { params: { postId: id }, body: { siteId: after } })
    await tell('2026-11-16')
    await tell('2026-11-17')
    const store = await openStore(settings.folder, settings.databaseUrl)
    const sums = await sumsOf(store.db, { from: '2026-W47', to: '2026-W47' })
    await store.close()
    expect(Object.fromEntries(sums.map(({ siteId, count }) => [siteId, count]))).toEqual({
      [before]: 20,
      [after]: 20,
    })
  })

  test('are shown by week once it has ended; a site’s own account sees what an admin sees of it', async () => {
    const net = await network(await database())
    const [here, there] = [await net.site('Ici'), await net.site('Là')]
    const { token } = await net.post('Poste 1', here)
    const other = await net.post('Poste 2', there)
    const daysAgo = (some: number) => new Date(Date.now() - some * 86_400_000).toISOString().slice(0, 10)
    const [ended, today] = [daysAgo(9), daysAgo(0)]
    const tell = (day: string, version: string, as: string) =>
      net.ask(
        tellDay,
        { params: { day }, body: { seriesone: { [alone]: 20, [`am/charter/${version}`]: 20 } } },
        { token: as },
      )
    await tell(ended, '2026-1', token)
    await tell(today, '2026-1', token)
    await tell(ended, '2026-2', other.token)

    const query = { from: weekOf(ended), to: weekOf(today) }
    const shown = await net.ask(coordinatorApi.figures.get, { query })
    const weeks = shown.tables.flatMap(({ rows }) => rows.flatMap(({ from, to }) => [from, to]))
    expect(new Set(weeks)).toEqual(new Set([weekOf(ended)]))

    const own = await net.account('coordinator', here)
    const seen = await net.ask(coordinatorApi.figures.get, { query }, own)
    expect(seen.tables).toEqual(
      shown.tables.map((table) => ({ ...table, rows: table.rows.filter(({ siteId }) => siteId === here) })),
    )
    expect(seen.tables.find(({ id }) => id === 'charter')?.rows).toMatchObject([{ cells: [20, 0] }])
    const elsewhere = { query: { ...query, siteId: there } }
    expect((await net.say(coordinatorApi.figures.get, elsewhere, own)).status).toBe(404)
  })

  test('a week that was looked at does not change; what is told late is in the next week of its site', async () => {
    const net = await network(await database())
    const siteId = await net.site()
    const [one, other] = [await net.post('Poste 1', siteId), await net.post('Poste 2', siteId)]
    const tell = ({ token }: { token: string }, day: string, count: number) =>
      net.ask(tellDay, { params: { day }, body: { seriesone: { [french]: count } } }, { token })
    const languages = async () => {
      const { tables } = await net.ask(coordinatorApi.figures.get, {
        query: { from: '2026-W01', to: '2026-W53' },
      })
      const rows = tables.find(({ id }) => id === 'language')?.rows ?? []
      return Object.fromEntries(rows.map(({ from, total }) => [from, total]))
    }
    await tell(one, '2026-03-03', 20)
    expect(await languages()).toEqual({ '2026-W10': 20 })
    await tell(other, '2026-03-03', 3)
    await tell(one, '2026-03-03', 21)
    expect(await languages()).toEqual({ '2026-W10': 20 })
    await tell(other, '2026-03-17', 30)
    const looks = await Promise.all([languages(), languages(), languages()])
    expect(looks).toEqual(Array(3).fill({ '2026-W10': 20, '2026-W12': 34 }))
  })
})
