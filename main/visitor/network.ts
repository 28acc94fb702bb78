import type { Session } from 'electron'
import { isNamed } from '../../app/navigation/host-list.ts'
import type { NavigationPolicy } from '../../app/navigation/navigation-policy.ts'
import { refusalOfAddresses, refusalOfHost } from '../../app/navigation/rules.ts'
import { startForwardProxy } from './forward-proxy.ts'
import type { Destination } from './socks.ts'

/** What pages of the web are joined to. */
export type Network = {
  /** Why the last connection to the host of this address was refused, for what is told in place of a page. */
  refusalOf(address: string): 'denied' | 'private' | null
}

/** Joins pages of the web to the network by our own proxy alone. */
export async function joinNetwork(visit: Session, navigation: () => NavigationPolicy): Promise<Network> {
  const refusals = new Map<string, 'denied' | 'private'>()
  const passes = (host: string, refusal: 'denied' | 'private' | null) => {
    if (refusal !== null) refusals.set(host, refusal)
    return refusal === null
  }
  const port = await startForwardProxy({
    mayReach: (host) => passes(host, refusalOfHost(host, navigation())),
    mayConnect: (host, addresses) => passes(host, refusalOfAddresses(host, addresses, navigation())),
    proxyFor: (host) => structureProxyFor(host, navigation()),
    resolve: async (name) => (await visit.resolveHost(name)).endpoints.map(({ address }) => address),
  })
  // Chromium would go straight to loopback and link-local addresses, proxy or not.
  await visit.setProxy({ proxyRules: `socks5://127.0.0.1:${port}`, proxyBypassRules: '<-loopback>' })
  return { refusalOf: (address) => refusals.get(hostAndPort(address)) ?? null }
}

function structureProxyFor(host: string, { proxy, privateHosts }: NavigationPolicy): Destination | null {
  if (proxy === undefined || isNamed(host, privateHosts)) return null
  const { hostname, port } = new URL(`http://${proxy}`)
  return { host: hostname, port: Number(port || 80) }
}

function hostAndPort(address: string): string {
  if (!URL.canParse(address)) return ''
  const { hostname, port, protocol } = new URL(address)
  return `${hostname.replace(/^\[|\]$/g, '')}:${port || (protocol === 'https:' ? 443 : 80)}`
}
