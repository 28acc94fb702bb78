import ipaddr from 'ipaddr.js'

/** Azure's metadata service, the one of all clouds that answers at an address of the public range. */
const publicMetadata = ['168.63.129.16']

/** Whether a host is written as an address, in any way a browser reads: `127.0.0.1`, `0x7f.1`, `[::1]`. */
export function isIpAddress(host: string): boolean {
  return ipaddr.isValid(withoutBrackets(host))
}

/**
 * Whether an address is one of the internet's own: global unicast of IANA's special-purpose registries (RFC 6890), so
 * no private, loopback, link-local, carrier, multicast or unique-local one, whatever IPv6 form it is wrapped in.
 * @throws when it is not an address
 */
export function isPublicAddress(address: string): boolean {
  // Also unwraps IPv4-mapped addresses.
  const parsed = ipaddr.process(withoutBrackets(address))
  const range = parsed.range()
  if (parsed instanceof ipaddr.IPv4) return range === 'unicast' && !publicMetadata.includes(parsed.toString())
  // Where a network knows only IPv6, every IPv4 site is reached through this prefix (NAT64).
  if (range === 'rfc6052') return isPublicAddress(parsed.toByteArray().slice(12).join('.'))
  return range === 'unicast' && isGlobalUnicast(parsed.parts[0] ?? 0)
}

/** 2000::/3, all that IANA gives out. */
function isGlobalUnicast(firstPart: number): boolean {
  return firstPart >> 13 === 1
}

function withoutBrackets(host: string): string {
  return host.replace(/^\[(.*)\]$/, '$1')
}
