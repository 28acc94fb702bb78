import { readFileSync } from 'node:fs'
import { type CupsAddress, ownHost } from './cups.ts'

const local: CupsAddress = { socketPath: '/run/cups/cups.sock', orElse: { host: ownHost, port: 631 } }

/** The server that programs of this machine print to: the environment, or `client.conf`, may name another than the local one. */
export function readServerAddress(
  named: string | undefined = process.env.CUPS_SERVER,
  file = '/etc/cups/client.conf',
): CupsAddress {
  try {
    return named === undefined ? serverAddress(readFileSync(file, 'utf8')) : addressOf(named)
  } catch {
    return local
  }
}

/** @param conf text of `client.conf`: `ServerName` takes a socket, or a host with a port if it is not 631 */
export function serverAddress(conf: string): CupsAddress {
  const name = /^\s*ServerName\s+(\S+)/im.exec(conf)?.[1]
  return name === undefined ? local : addressOf(name)
}

function addressOf(name: string): CupsAddress {
  if (name.startsWith('/')) return { socketPath: name }
  const [, host = name, port = '631'] = /^([^/]+?)(?::(\d+))?(?:\/.*)?$/.exec(name) ?? []
  return { host: host === 'localhost' ? ownHost : host, port: Number(port) }
}
