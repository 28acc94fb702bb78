import type { Socket } from 'node:net'

/** Where a client of the proxy wants to be connected to. */
export type Destination = { host: string; port: number }

type Read = (length: number) => Promise<Buffer>

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
  const chunks = client.iterator({ destroyOnReturn: false })
  let held = Buffer.alloc(0)
  const read: Read = async (length) => {
    while (held.length < length) {
      const { value, done } = await chunks.next()
      if (done) throw new Error('left before it had said where to go')
      held = Buffer.concat([held, value])
    }
    const bytes = held.subarray(0, length)
    held = held.subarray(length)
    return bytes
  }

  const [spoken, methods = 0] = await read(2)
  await read(methods)
  if (spoken !== version) throw new Error('not SOCKS 5')
  client.write(greeting)
  const [, command, , kind] = await read(4)
  if (command !== connect) throw new Error('nothing but connections is served')
  const destination = { host: await readHost(read, kind), port: (await read(2)).readUInt16BE() }
  await chunks.return?.()
  if (held.length > 0) client.unshift(held)
  return destination
}

/** Tells the client that it is connected, or that it may not or cannot be. */
export function reply(client: Socket, outcome: 'connected' | 'refused' | 'unreachable'): void {
  const code = { connected: 0, refused: 2, unreachable: 4 }[outcome]
  client.write(Buffer.from([version, code, 0, kinds.ipv4, 0, 0, 0, 0, 0, 0]))
}

async function readHost(read: Read, kind: number | undefined): Promise<string> {
  if (kind === kinds.ipv4) return (await read(4)).join('.')
  if (kind === kinds.ipv6) return (await read(16)).toString('hex').replace(/.{4}(?=.)/g, '$&:')
  if (kind !== kinds.name) throw new Error('not an address SOCKS 5 knows')
  const [length = 0] = await read(1)
  return (await read(length)).toString('latin1')
}
