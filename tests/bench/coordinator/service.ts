import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { AccountFields } from '../../../main/coordinator/books/accounts.ts'
import { accountBook } from '../../../main/coordinator/books/accounts.ts'
import { siteBook } from '../../../main/coordinator/books/sites.ts'
import { hashToken, newId, newToken } from '../../../main/coordinator/secrets.ts'
import { openStore } from '../../../main/coordinator/store/store.ts'
import { hashPin } from '../../../main/lib/pin.ts'

export type KnownPost = { id: string; siteId: string; token: string }

export const admin = { name: 'admin', password: 'un mot de passe assez long' }

/** A database in which so many posts are paired, without the pairing. */
export async function fillDatabase(
  folder: string,
  databaseUrl: string | undefined,
  posts: number,
): Promise<KnownPost[]> {
  const store = await openStore(folder, databaseUrl)
  const { id: siteId } = await siteBook(store).create({ name: 'Médiathèque', commune: 'Dax' })
  const account: AccountFields = {
    name: admin.name,
    passwordHash: await hashPin(admin.password),
    role: 'admin',
    siteId: null,
  }
  await accountBook(store).create(account)
  const known = Array.from({ length: posts }, () => ({ id: newId(), siteId, token: newToken() }))
  for (let from = 0; from < known.length; from += 500) {
    const rows = known.slice(from, from + 500).map(({ id, token }) => ({
      id,
      name: id,
      site_id: siteId,
      token_hash: hashToken(token),
      revoked: 0,
      state: null,
    }))
    await store.db.insertInto('posts').values(rows).execute()
  }
  await store.close()
  return known
}

export type Service = {
  address: string
  /** Resident set size now, in megabytes. */
  memory(): number
  stop(): Promise<void>
}

/** Starts the built coordinator, as an admin would. */
export async function startService(
  app: string,
  folder: string,
  databaseUrl: string | undefined,
): Promise<Service> {
  const args = [
    join(app, 'out/coordinator/index.js'),
    '--folder',
    folder,
    '--port',
    '0',
    '--address',
    '127.0.0.1',
  ]
  const child = spawn(process.execPath, args, {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, DATABASE_URL: databaseUrl ?? '' },
  })
  const gone = once(child, 'exit')
  for await (const line of createInterface({ input: child.stdout })) {
    const address = /^Coordinator: (\S+)/.exec(line)?.[1]
    if (address === undefined) continue
    return {
      address,
      memory: () => {
        const status = readFileSync(`/proc/${child.pid}/status`, 'utf8')
        return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024
      },
      stop: async () => {
        child.kill('SIGTERM')
        await gone
      },
    }
  }
  throw new Error('the coordinator did not start')
}
