import { createHmac, randomBytes, randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { z } from 'zod'
import { readIfThere, writeDurably } from '../../lib/durable-file.ts'

/**
 * Who a post is. Made at its first start, never part of an image: fifty posts cloned from one are fifty.
 * @property machine what the machine's own id and the salt come to: that id itself is told to nobody
 */
const identitySchema = z.strictObject({
  version: z.literal(1),
  id: z.uuid(),
  salt: z.string().regex(/^[0-9a-f]{32}$/),
  machine: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable(),
})
type Identity = z.infer<typeof identitySchema>

/** `replaced`: the state folder came with an identity that is damaged or another machine's. */
export type Post = { id: string; is: 'kept' | 'made' | 'replaced' }

export type IdentityReading =
  | { is: 'none' | 'damaged' }
  | { is: 'own' | 'otherMachine' | 'unverifiable'; id: string }

export function identityFile(stateFolder: string): string {
  return join(stateFolder, 'identity.json')
}

/** What the state folder says of whose it is. @param machineId `null` where the system has none @throws what keeps the file from being read */
export async function readIdentity(file: string, machineId: string | null): Promise<IdentityReading> {
  const text = await readIfThere(file)
  if (text === null) return { is: 'none' }
  const identity = parse(text)
  if (identity === null) return { is: 'damaged' }
  const { id, salt, machine } = identity
  if (machineId === null || machine === null) return { is: 'unverifiable', id }
  return { is: machine === fingerprint(machineId, salt) ? 'own' : 'otherMachine', id }
}

/**
 * The identity of this post, made when it has none of its own.
 * @throws what keeps the file from being read or written
 */
export async function keepIdentity(file: string, machineId: string | null): Promise<Post> {
  const found = await readIdentity(file, machineId)
  if (found.is === 'own' || found.is === 'unverifiable') return { id: found.id, is: 'kept' }
  const salt = randomBytes(16).toString('hex')
  const machine = machineId === null ? null : fingerprint(machineId, salt)
  const identity: Identity = { version: 1, id: randomUUID(), salt, machine }
  await writeDurably(file, `${JSON.stringify(identity)}\n`)
  return { id: identity.id, is: found.is === 'none' ? 'made' : 'replaced' }
}

function parse(text: string): Identity | null {
  try {
    return identitySchema.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}

/** Keyed by the machine's id, as machine-id(5) asks of programs that derive something from it. */
function fingerprint(machineId: string, salt: string): string {
  return createHmac('sha256', machineId).update(`estran post ${salt}`).digest('hex')
}
