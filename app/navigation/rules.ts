import { serviceOfHost } from '../services/catalogue.ts'
import type { Service } from '../services/service.ts'
import { mayOpen, originOf } from './address.ts'
import { isNamed } from './host-list.ts'
import { isIpAddress, isPublicAddress } from './ip-address.ts'
import type { NavigationPolicy } from './navigation-policy.ts'

/** What a visitor's navigation is judged by. */
export type Rules = {
  navigation: NavigationPolicy
  services: readonly Service[]
  /** Hosts that are no téléservice, yet may stand in a frame: « I am not a robot » and the like. */
  frameHosts: readonly string[]
}

/**
 * Why an address is not opened.
 * - `refused`: not an address of the web
 * - `denied`: on the structure's deny list
 * - `private`: leads into the structure's own network, or to this machine
 * - `notInCatalogue`: a site of the web, but none of the téléservices
 */
export type Refusal = 'refused' | 'denied' | 'private' | 'notInCatalogue'

/** Why a page may not go to this address, as Chromium writes it; `null` when it may. */
export function refusalOfPage(address: string, rules: Rules): Refusal | null {
  if (!mayOpen(address)) return 'refused'
  const host = originOf(address)?.host
  // A blank page, which the site that opened it fills.
  if (host === undefined) return null
  const refusal = refusalOfHost(host, rules.navigation)
  if (refusal !== null) return refusal
  const isKnown = rules.navigation.mode === 'open' || serviceOfHost(rules.services, host) !== undefined
  return isKnown ? null : 'notInCatalogue'
}

/** The same for a frame in a page. */
export function refusalOfFrame(address: string, rules: Rules): Refusal | null {
  if (address === 'about:srcdoc') return null
  const refusal = refusalOfPage(address, rules)
  const mayStandInFrames = isNamed(originOf(address)?.host ?? '', rules.frameHosts)
  return refusal === 'notInCatalogue' && mayStandInFrames ? null : refusal
}

/**
 * Why nothing at all may be loaded from a host: a sub-resource as little as a page. Sub-resources are not held to the
 * catalogue: the sites in it take scripts, fonts and images from elsewhere.
 * @param host may carry a port; a name that is let through here may still lead to an address that is not
 */
export function refusalOfHost(host: string, navigation: NavigationPolicy): 'denied' | 'private' | null {
  if (isNamed(host, navigation.deny)) return 'denied'
  if (isNamed(host, navigation.privateHosts)) return null
  return isOfThisNetwork(host.replace(/:\d+$/, '')) ? 'private' : null
}

/** Why a connection to a host may not be made once its name was resolved: any of its addresses is enough. */
export function refusalOfAddresses(
  host: string,
  addresses: readonly string[],
  navigation: NavigationPolicy,
): 'private' | null {
  return isNamed(host, navigation.privateHosts) || addresses.every(isPublicAddress) ? null : 'private'
}

/**
 * The `https:` form of an address whose téléservice is at `https:`, `null` where nothing is to be changed. A link or a
 * redirect that leaves TLS for one hop would let whoever holds the network read or change it. Other sites of the web
 * are opened as they are, and shown as not secure: some know nothing else.
 */
export function secureFormOf(address: string, services: readonly Service[]): string | null {
  if (!/^http:/i.test(address)) return null
  const service = serviceOfHost(services, originOf(address)?.host ?? '')
  return service?.address.startsWith('https:') ? address.replace(/^http:/i, 'https:') : null
}

function isOfThisNetwork(name: string): boolean {
  if (isIpAddress(name)) return !isPublicAddress(name)
  return /(^|\.)localhost\.?$/.test(name)
}
