import type { Socket } from 'node:net'

/** Where a client of the proxy wants to be connected to. */
export type Destination = { host: string; port: number }

const version = 5
const connect = 1
const greeting = Buffer.from([version, 0])
const kinds = { ipv4: 1, name: 3, ipv6: 4 }

/**
 * Answers the greeting of SOCKS 5 (RFC 1928) and reads where the client wants to go; what it sends after that is left
 * to be read.
 * @throws when the client says anything else, or leaves
 */
export async function readDestination(client: Socket): Promise<Destination> {
  const [, methods = 0] = await read(client, 2)
  await read(client, methods)
  client.write(greeting)
  const [spoken, command, , kind] = await read(client, 4)
  if (spoken !== version || command !== connect) throw new Error('not a connection by SOCKS 5')
  const host = await readHost(client, kind)
  return { host, port: (await read(client, 2)).readUInt16BE() }
}

/** Tells the client that it is connected, or that it may not or cannot be. */
export function reply(client: Socket, outcome: 'connected' | 'refused' | 'unreachable'): void {
  const code = { connected: 0, refused: 2, unreachable: 4 }[outcome]
  client.write(Buffer.from([version, code, 0, kinds.ipv4, 0, 0, 0, 0, 0, 0]))
}

async function readHost(client: Socket, kind: number | undefined): Promise<string> {
  if (kind === kinds.ipv4) return (await read(client, 4)).join('.')
  if (kind === kinds.ipv6) return (await read(client, 16)).toString('hex').replace(/.{4}(?=.)/g, '$&:')
  if (kind !== kinds.name) throw new Error('not an address SOCKS 5 knows')
  const [length = 0] = await read(client, 1)
  return (await read(client, length)).toString('latin1')
}

async function read(client: Socket, length: number): Promise<Buffer> {
  for (;;) {
    const bytes: Buffer | null = length === 0 ? Buffer.alloc(0) : client.read(length)
    if (bytes !== null) return bytes
    await new Promise<void>((resolve, reject) => {
      client.once('readable', resolve)
      for (const gone of ['end', 'close']) client.once(gone, () => reject(new Error('left too early')))
    })
  }
}
