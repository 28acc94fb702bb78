import { mkdir } from 'node:fs/promises'
import { startPostgres } from '../../doubles/postgres.ts'
import { program } from '../../e2e/post.ts'
import type { Ground } from '../ground.ts'
import type { Row } from '../table.ts'
import { bareUpserts } from './bare-upserts.ts'
import { keepLinks } from './links.ts'
import { fillDatabase, startService } from './service.ts'
import { busyDay, evenly, forAll, keptOpen, tellDay } from './telling.ts'

const telling = 10_000
const linked = 1000
const atOnce = 64
const overSeconds = 60
const rounds = 3

/** The coordinator under load, on each kind of database. */
export async function measureCoordinator(ground: Ground): Promise<Row[]> {
  const postgres = await startPostgres()
  try {
    return [
      ...(await measureStore('SQLite', ground, async () => undefined)),
      ...(await measureStore('PostgreSQL', ground, postgres.database)),
    ]
  } finally {
    await postgres.stop()
  }
}

async function measureStore(
  kind: string,
  ground: Ground,
  database: () => Promise<string | undefined>,
): Promise<Row[]> {
  const place = async (name: string) => {
    const folder = ground.profile(`coordinator-${kind}-${name}`)
    await mkdir(folder)
    const url = await database()
    return { folder, url, posts: await fillDatabase(folder, url, telling) }
  }
  const [ours, bare] = [await place('ours'), await place('bare')]
  const service = await startService(program().app, ours.folder, ours.url)
  try {
    const [told, upserted]: [number[], number[]] = [[], []]
    for (let round = 0; round < rounds; round++) {
      const day = `2026-11-1${round}`
      const counts = busyDay(round)
      // New ones each time: what was kept open is closed by the service while the bare database is filled.
      const agent = keptOpen(atOnce)
      told.push(
        await forAll(ours.posts, atOnce, (post) => tellDay(service.address, post, day, counts, agent)),
      )
      agent.destroy()
      upserted.push(await bareUpserts(bare.folder, bare.url, bare.posts, day, counts))
    }
    const answers = await evenly(ours.posts, overSeconds, (post) =>
      tellDay(service.address, post, '2026-11-22', busyDay(9), false),
    )
    const { memory, commands } = await keepLinks(service, ours.posts.slice(0, linked))
    return [
      {
        what: `${kind}: ${telling.toLocaleString('en')} posts tell a day`,
        unit: 'ms',
        ours: told,
        against: { what: 'bare upserts', values: upserted },
        goal: 2,
      },
      {
        what: `${kind}: answer, ${telling.toLocaleString('en')} within a minute`,
        unit: 'ms',
        ours: answers,
        against: null,
        goal: 250,
        tail: 'p99',
      },
      {
        what: `${kind}: command to one of ${linked} posts`,
        unit: 'ms',
        ours: commands,
        against: null,
        goal: 2000,
      },
      {
        what: `${kind}: memory, ${linked} posts linked, last rounds`,
        unit: 'MB',
        ours: memory.slice(-4),
        against: { what: 'rounds 9 to 12', values: memory.slice(8, 12) },
        goal: 1.1,
      },
    ]
  } finally {
    await service.stop()
  }
}
