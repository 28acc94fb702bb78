import type { z } from 'zod'
import type { policySchema } from '../../app/policy/policy.ts'
import { nationalCatalogue } from '../../main/guardian/national-services.ts'
import type { Sites } from '../sites/sites.ts'

type Wishes = Partial<z.input<typeof policySchema>['session']>

/** The staff PIN of the posts under test, and its hash as a policy holds it. */
export const staffPin = '271828'
const staffPinHash = 'scrypt:65536:8:1:EvS1o/s6UPi7igLXDdOoAA==:WFwFeKgu1Ab9g/W7cjFGDREQKSqbx5GtRYooEgG+roE='

/** The PIN of administration, and its hash. */
export const adminPin = '314159'
const adminPinHash = 'scrypt:65536:8:1:4sHSsi+gVtqPII/8IorkLg==:pCLLWVjdNf940kt8S1/usCsixfNkkCNmzIRuDpRy/uM='

const host = (origin: string) => new URL(origin).host

/** A policy whose catalogue is the téléservices to test against. @param session what a test needs otherwise */
export function testPolicy(
  sites: Sites,
  session: Wishes = {},
  quotaMegabytes = 100,
): Record<string, unknown> {
  const service = (id: string, name: string, origin: string, address: string, logOut?: object) => ({
    id,
    name,
    purpose: { fr: 'Pour essayer Estran', en: 'To try Estran' },
    address: `${origin}${address}`,
    hosts: [host(origin)],
    category: 'family',
    evidence: 'tests/sites',
    ...(logOut === undefined ? {} : { logOut }),
  })
  const { allocations, impots, identity, provider, travail, widgets } = sites
  return {
    post: { structure: 'Médiathèque des Tests', desk: 'l’accueil' },
    session: { idleLimitSeconds: 3600, logOutSeconds: 8, ...session },
    staff: { pinHash: staffPinHash, adminPinHash },
    documents: { quotaMegabytes },
    navigation: { privateHosts: ['*.localhost'] },
    services: {
      hide: nationalIds,
      add: [
        service('allocations', 'Allocations', allocations.origin, '/', {
          by: 'button',
          names: ['Déconnexion'],
          page: `${allocations.origin}/compte`,
          confirmed: { pageSays: 'Vous êtes déconnecté.' },
        }),
        service('impots', 'Impôts', impots.origin, '/', {
          by: 'address',
          address: `${impots.origin}/deconnexion`,
          confirmed: { addressStartsWith: `${impots.origin}/deconnecte` },
        }),
        {
          ...service('identite', 'IdentitéConnect', identity.origin, '/', {
            by: 'address',
            address: `${identity.origin}/api/v2/session/end`,
            confirmed: { addressStartsWith: `${identity.origin}/deconnecte` },
          }),
          hosts: [host(identity.origin), host(provider.origin)],
          category: 'identity',
          tile: false,
        },
        service('travail', 'Travail', travail.origin, '/', {
          by: 'address',
          address: `${travail.origin}/compte/deconnexion`,
          confirmed: { pageSays: 'Vous êtes déconnecté.' },
        }),
        service('bibliotheque', 'Bibliothèque', widgets.origin, '/'),
      ],
    },
  }
}

/** A post under test must not offer what cannot be reached from it. */
const nationalIds = nationalCatalogue.services.map(({ id }) => id)
