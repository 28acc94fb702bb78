import { globSync } from 'node:fs'
import { chown, mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { execa } from 'execa'
import { Client } from 'pg'

/** A real PostgreSQL of a test file's own, on loopback. */
export type Postgres = {
  /** Makes an empty database and resolves to its address. */
  database(): Promise<string>
  stop(): Promise<void>
}

/** PostgreSQL refuses root. */
const nobody = 65_534

/** Starts a server in a folder of its own, as a user without rights. @throws when Debian's package is not installed */
export async function startPostgres(): Promise<Postgres> {
  const [programs] = globSync('/usr/lib/postgresql/*/bin').sort().reverse()
  if (programs === undefined) throw new Error('PostgreSQL is not installed: apt-get install postgresql')
  const folder = await mkdtemp('/tmp/estran-postgres-')
  const isRoot = process.getuid?.() === 0
  if (isRoot) await chown(folder, nobody, nobody)
  const user = isRoot ? { uid: nobody, gid: nobody } : {}
  const options = { ...user, cwd: folder, env: { LC_ALL: 'C.UTF-8' } }
  const data = join(folder, 'data')
  const port = await freePort()
  await execa(
    join(programs, 'initdb'),
    ['--pgdata', data, '--username', 'estran', '--auth', 'trust', '--no-sync'],
    options,
  )
  const server = execa(
    join(programs, 'postgres'),
    [
      '-D',
      data,
      '-p',
      String(port),
      '-k',
      folder,
      '-c',
      'listen_addresses=127.0.0.1',
      '-c',
      'max_connections=200',
    ],
    { ...options, reject: false, all: true },
  )
  const url = (name: string) => `postgres://estran@127.0.0.1:${port}/${name}`
  const query = async (text: string) => {
    const client = new Client({ connectionString: url('postgres') })
    await client.connect()
    try {
      await client.query(text)
    } finally {
      await client.end()
    }
  }
  await untilItAnswers(query)

  let databases = 0
  return {
    database: async () => {
      databases += 1
      await query(`create database estran_${databases}`)
      return url(`estran_${databases}`)
    },
    stop: async () => {
      server.kill('SIGINT')
      await server
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function untilItAnswers(query: (text: string) => Promise<void>): Promise<void> {
  for (let tries = 0; ; tries++) {
    try {
      return await query('select 1')
    } catch (error) {
      if (tries > 200) throw error
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}
