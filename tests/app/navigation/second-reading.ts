import { BlockList, isIP } from 'node:net'
import { serviceAt } from '../../doubles/visit.ts'

/** A policy, as Estran's rules take it. */
export const rules = {
  services: [
    serviceAt('caf', ['caf.fr', '*.caf.fr']),
    serviceAt('impots', ['impots.gouv.fr', '*.impots.gouv.fr']),
  ],
  frameHosts: ['hcaptcha.com'],
  navigation: {
    mode: 'catalogue' as const,
    deny: ['refuse.caf.fr', 'denied.example'],
    privateHosts: ['10.9.8.7'],
  },
}
export const openRules = { ...rules, navigation: { ...rules.navigation, mode: 'open' as const } }

/** IANA's special-purpose ranges, judged by Node and not by Estran. */
const special = new BlockList()
for (const range of [
  ...['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12'],
  ...['192.0.0.0/24', '192.168.0.0/16', '198.18.0.0/15', '224.0.0.0/4', '240.0.0.0/4', '168.63.129.16/32'],
]) {
  const [network = '', bits] = range.split('/')
  special.addSubnet(network, Number(bits), 'ipv4')
}

export type Policy = { hosts: string[]; anywhere: boolean }
export const catalogue: Policy = { hosts: ['caf.fr', 'impots.gouv.fr'], anywhere: false }
export const framed: Policy = { hosts: [...catalogue.hosts, 'hcaptcha.com'], anywhere: false }
export const web: Policy = { hosts: [], anywhere: true }

/** What the policy above says of where a browser would go: written a second time, on the browser's own reading. */
export function allows(address: string, { hosts, anywhere }: Policy): boolean {
  if (address === 'about:blank' || address === 'about:srcdoc') return true
  const url = URL.parse(address)
  // A browser goes nowhere.
  if (url === null) return true
  if (!['http:', 'https:'].includes(url.protocol) || url.username !== '' || url.password !== '') return false
  const host = url.hostname.replace(/\.$/, '')
  if (host === 'refuse.caf.fr' || host === 'denied.example' || /(^|\.)localhost$/.test(host)) return false
  if (isIP(host) === 4 && special.check(host, 'ipv4') && host !== '10.9.8.7') return false
  // All that is public begins by 2 or 3, but for 6to4 and Teredo, which wrap an IPv4 address.
  const isPublic = /^\[(?!2002:|2001:0?:)[23][0-9a-f]{3}:/.test(host) || isPublicNat64(host)
  if (host.startsWith('[') && !isPublic) return false
  return anywhere || hosts.some((name) => host === name || host.endsWith(`.${name}`))
}

function isPublicNat64(host: string): boolean {
  const [, high, low] = /^\[64:ff9b::([0-9a-f]{1,4}):([0-9a-f]{1,4})\]$/.exec(host) ?? []
  if (high === undefined || low === undefined) return false
  const bytes = [high, low].flatMap((word) => [
    Number.parseInt(word, 16) >> 8,
    Number.parseInt(word, 16) & 255,
  ])
  return !special.check(bytes.join('.'), 'ipv4')
}
