import { X509Certificate } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { hostname, networkInterfaces } from 'node:os'
import { join } from 'node:path'
import { generate } from 'selfsigned'
import { readIfThere, writeDurably } from '../lib/durable-file.ts'

export type Certificate = { cert: string; key: string }

const validYears = 10

/** The certificate of the structure. @throws when a file cannot be read */
export async function readCertificate(certFile: string, keyFile: string): Promise<Certificate> {
  return { cert: await readFile(certFile, 'utf8'), key: await readFile(keyFile, 'utf8') }
}

/**
 * The certificate this coordinator made for itself, made now if there is none. Posts know it by its fingerprint, which
 * their pairing code holds; people compare it once with the one that is shown at the start.
 */
export async function ownCertificate(folder: string, host: string): Promise<Certificate> {
  // One file: a certificate without its key would be of no use.
  const file = join(folder, 'certificate.json')
  const text = await readIfThere(file)
  if (text !== null) return JSON.parse(text)
  const made = await make(host)
  await writeDurably(file, JSON.stringify(made))
  return made
}

/** SHA-256 of the certificate, in hex, as browsers show it without the colons. */
export const fingerprintOf = (certificate: Certificate): string =>
  new X509Certificate(certificate.cert).fingerprint256.replaceAll(':', '').toLowerCase()

async function make(host: string): Promise<Certificate> {
  const names = [...new Set([host, hostname(), 'localhost'])].filter((name) => !isAddress(name))
  const addresses = [...new Set([...ownAddresses(), ...(isAddress(host) ? [host] : []), '127.0.0.1'])]
  const notAfterDate = new Date()
  notAfterDate.setFullYear(notAfterDate.getFullYear() + validYears)
  const { cert, private: key } = await generate([{ name: 'commonName', value: 'Estran' }], {
    keyType: 'ec',
    curve: 'P-256',
    algorithm: 'sha256',
    notAfterDate,
    extensions: [
      { name: 'basicConstraints', cA: false, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      {
        name: 'subjectAltName',
        altNames: [
          ...names.map((value) => ({ type: 2 as const, value })),
          ...addresses.map((ip) => ({ type: 7 as const, ip })),
        ],
      },
    ],
  })
  return { cert, key }
}

const isAddress = (host: string) => /^[\d.]+$|:/.test(host)

/** This machine's IPv4 addresses on its networks. */
export function ownAddresses(): string[] {
  return Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
    .map(({ address }) => address)
}
