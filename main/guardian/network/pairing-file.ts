import { join } from 'node:path'
import { z } from 'zod'
import { readIfThere, writeDurably } from '../../lib/durable-file.ts'

/** Where the coordinator is, and how it is known. */
const serverSchema = z.strictObject({
  host: z.string().min(1),
  port: z.number().int().min(1).max(65_535),
  /** First 16 bytes of the SHA-256 of its certificate, in hex; `null` for plain HTTP on this machine. */
  fingerprint: z
    .string()
    .regex(/^[0-9a-f]{32}$/)
    .nullable(),
})
export type Server = z.infer<typeof serverSchema>

const pairingSchema = serverSchema.extend({ token: z.string().min(1) })
/** What pairing left: the server, and the token that lets this post in. A secret. */
export type Pairing = z.infer<typeof pairingSchema>

export const pairingFileIn = (stateFolder: string): string => join(stateFolder, 'coordinator.json')

/** `null` on a post that was not paired. @throws when the file cannot be read, or holds something else */
export async function readPairing(file: string): Promise<Pairing | null> {
  const text = await readIfThere(file)
  return text === null ? null : pairingSchema.parse(JSON.parse(text))
}

/** Readable by the service user alone. @throws the file system's error */
export const writePairing = (file: string, pairing: Pairing): Promise<void> =>
  writeDurably(file, JSON.stringify(pairing))
