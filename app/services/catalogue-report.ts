import { originOf } from '../navigation/address.ts'
import type { Service } from './service.ts'

/** What a name server said of a host; `unknown` when it could not be asked. */
export type HostAnswer = 'resolves' | 'absent' | 'unknown'

/** What an admin must know of a catalogue beyond that it can be read. */
export type CatalogueReport = {
  /** Hosts that name servers do not know, with their téléservice. */
  absent: { service: string; host: string }[]
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

/** The hosts by which a téléservice must be found, without ports. A pattern names none; a host of this machine always is. */
export function hostsToLookUp({ address, hosts, logOut }: Service): string[] {
  const recipe = logOut?.by === 'address' ? logOut.address : logOut?.page
  const ofAddresses = [address, recipe].map((some) => originOf(some ?? '')?.host ?? '')
  const names = [...hosts.filter((host) => !host.startsWith('*.')), ...ofAddresses].map((host) =>
    host.replace(/:\d+$/, ''),
  )
  return [...new Set(names)].filter((name) => name !== '' && !/(^|\.)localhost$/.test(name))
}

/** @param answerFor what a name server said of each host of `hostsToLookUp` */
export function reportOn(
  services: readonly Service[],
  answerFor: (host: string) => HostAnswer,
): CatalogueReport {
  const asked = services.flatMap((service) =>
    hostsToLookUp(service).map((host) => ({ service: service.id, host, answer: answerFor(host) })),
  )
  const offline = asked.length > 0 && asked.every(({ answer }) => answer !== 'resolves')
  const idsOf = (fits: (service: Service) => boolean) => services.filter(fits).map(({ id }) => id)
  return {
    absent: offline
      ? []
      : asked.filter(({ answer }) => answer === 'absent').map(({ service, host }) => ({ service, host })),
    unknown: asked.filter(({ answer }) => answer === 'unknown').length,
    offline,
    unconfirmed: idsOf(({ status }) => status === 'unconfirmed'),
    withoutSign: idsOf(({ logOut }) => logOut !== undefined && logOut.confirmed === undefined),
    withoutRecipe: idsOf(({ logOut }) => logOut === undefined),
  }
}
