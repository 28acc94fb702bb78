import { afterAll, beforeAll, describe } from 'vitest'
import type { Settings } from '../../main/coordinator/command-line.ts'
import { type Postgres, startPostgres } from './postgres.ts'

/** The same tests on an embedded file and on a real PostgreSQL; each call of `database` is an empty one. */
export function onEachStore(name: string, tests: (database: () => Promise<Partial<Settings>>) => void): void {
  describe(`${name}, SQLite`, () => tests(async () => ({})))
  onPostgres(name, (database) => tests(async () => ({ databaseUrl: await database() })))
}

/** @param tests with a way to make an empty database */
export function onPostgres(name: string, tests: (database: () => Promise<string>) => void): void {
  describe(`${name}, PostgreSQL`, () => {
    let postgres: Postgres
    beforeAll(async () => {
      postgres = await startPostgres()
    }, 60_000)
    afterAll(() => postgres.stop())
    tests(() => postgres.database())
  })
}
