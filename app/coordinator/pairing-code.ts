import { fromBase32, inGroups, toBase32 } from './base32.ts'

/**
 * All that a post needs to find the coordinator, to know that it is the right one, and to be let in. Typed by hand or
 * put into an installation file.
 */
export type PairingCode = {
  /** A host name or an IPv4 address. */
  host: string
  port: number
  /** First 16 bytes of the SHA-256 of the server's certificate, in hex; `null` for plain HTTP on the same machine. */
  fingerprint: string | null
  /** 10 bytes, in hex: good for one post, once. */
  secret: string
}

const version = 1
export const fingerprintBytes = 16
export const secretBytes = 10

/** The code as groups of four letters and digits. @throws for a host of more than 100 signs, or not ASCII */
export function writePairingCode(code: PairingCode): string {
  const host = ipv4(code.host) ?? ascii(code.host)
  const isAddress = ipv4(code.host) !== null
  const bytes = [
    version,
    (isAddress ? 0 : host.length) | (code.fingerprint === null ? 0x80 : 0),
    ...host,
    code.port >> 8,
    code.port & 255,
    ...(code.fingerprint === null ? [] : fromHex(code.fingerprint)),
    ...fromHex(code.secret),
  ]
  return inGroups(toBase32([...bytes, ...checksum(bytes)]))
}

/** What a typed code says; `null` when it was mistyped or is none. */
export function readPairingCode(text: string): PairingCode | null {
  const all = fromBase32(text)
  if (all === null || all.length < 4) return null
  const bytes = all.slice(0, -2)
  const [first, second] = checksum(bytes)
  if (all.at(-2) !== first || all.at(-1) !== second || bytes[0] !== version) return null

  const flags = bytes[1] ?? 0
  const isAddress = (flags & 0x7f) === 0
  const hostEnd = 2 + (isAddress ? 4 : flags & 0x7f)
  const secretStart = hostEnd + 2 + (flags & 0x80 ? 0 : fingerprintBytes)
  if (bytes.length !== secretStart + secretBytes) return null
  const host = bytes.slice(2, hostEnd)
  return {
    host: isAddress ? host.join('.') : String.fromCharCode(...host),
    port: ((bytes[hostEnd] ?? 0) << 8) | (bytes[hostEnd + 1] ?? 0),
    fingerprint: flags & 0x80 ? null : toHex(bytes.slice(hostEnd + 2, secretStart)),
    secret: toHex(bytes.slice(secretStart)),
  }
}

function ipv4(host: string): number[] | null {
  const parts = host.split('.').map((part) => (/^(0|[1-9]\d{0,2})$/.test(part) ? Number(part) : 256))
  return parts.length === 4 && parts.every((part) => part < 256) ? parts : null
}

function ascii(host: string): number[] {
  if (!/^[\x21-\x7e]{1,100}$/.test(host)) throw new Error(`"${host}" cannot stand in a pairing code`)
  return [...host].map((sign) => sign.charCodeAt(0))
}

/** Fletcher's: finds any one wrong sign and two that changed places. */
function checksum(bytes: readonly number[]): [number, number] {
  let a = 0
  let b = 0
  for (const byte of bytes) {
    a = (a + byte) % 255
    b = (b + a) % 255
  }
  return [a, b]
}

const fromHex = (hex: string) => (hex.match(/../g) ?? []).map((two) => Number.parseInt(two, 16))
const toHex = (bytes: readonly number[]) => bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('')
