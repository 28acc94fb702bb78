import { originOf } from '../navigation/address.ts'
import type { Service } from './service.ts'

/** What a name server said of a host; `unknown` when it could not be asked. */
export type HostAnswer = 'resolves' | 'absent' | 'unknown'

/** A catalogue as a post uses it: the national one, and what its policy adds. */
type CatalogueInUse = { services: readonly Service[]; frameHosts: readonly string[] }

/** What an admin must know of a catalogue beyond that it can be read. */
export type CatalogueReport = {
  /** Hosts that name servers do not know, with the entry they are in. */
  absent: { entry: string; host: string }[]
  /** How many hosts nothing is known of. */
  unknown: number
  /** Nothing resolves: the machine is not connected, and nothing can be said of any host. */
  offline: boolean
  /** Entries that nobody with a connection has tried. */
  unconfirmed: string[]
  /** A session there can at best be reported as attempted: its recipe names no sign of success. */
  withoutSign: string[]
  /** A session there is reported as unavailable. */
  withoutRecipe: string[]
}

/** Every host by which the catalogue's entries must be found, each with its entry. */
export function hostsToLookUp({ services, frameHosts }: CatalogueInUse): { entry: string; host: string }[] {
  const of = (entry: string, hosts: readonly string[]) => namesOf(hosts).map((host) => ({ entry, host }))
  return [...services.flatMap((service) => of(service.id, hostsOf(service))), ...of('frameHosts', frameHosts)]
}

function hostsOf({ address, hosts, logOut }: Service): string[] {
  const recipe = logOut?.by === 'address' ? logOut.address : logOut?.page
  const ofAddresses = [address, recipe].map((some) => originOf(some ?? '')?.host ?? '')
  return [...hosts, ...ofAddresses]
}

/** Without ports. A pattern names no host; this machine is always found. */
function namesOf(hosts: readonly string[]): string[] {
  const names = hosts.filter((host) => !host.startsWith('*.')).map((host) => host.replace(/:\d+$/, ''))
  return [...new Set(names)].filter((name) => name !== '' && !/(^|\.)localhost$/.test(name))
}

/** @param answerFor what a name server said of each host of `hostsToLookUp` */
export function reportOn(
  catalogue: CatalogueInUse,
  answerFor: (host: string) => HostAnswer,
): CatalogueReport {
  const { services } = catalogue
  const asked = hostsToLookUp(catalogue)
  const answered = (wanted: HostAnswer) => asked.filter(({ host }) => answerFor(host) === wanted)
  const offline = asked.length > 0 && answered('resolves').length === 0
  const idsOf = (fits: (service: Service) => boolean) => services.filter(fits).map(({ id }) => id)
  return {
    absent: offline ? [] : answered('absent'),
    unknown: answered('unknown').length,
    offline,
    unconfirmed: idsOf(({ status }) => status === 'unconfirmed'),
    withoutSign: idsOf(({ logOut }) => logOut !== undefined && logOut.confirmed === undefined),
    withoutRecipe: idsOf(({ logOut }) => logOut === undefined),
  }
}
