import type { Service } from '../../app/services/service.ts'
import type { Limits } from '../../app/session/limits.ts'
import type { Visit } from '../../app/session/visit.ts'
import { places, type Verdict } from '../../app/wipe/verdict.ts'

export const visit: Visit = { language: 'fr', help: 'alone' }

export const limits: Limits = {
  timeLimitSeconds: 3600,
  idleLimitSeconds: 300,
  warningSeconds: 60,
  extensionSeconds: 900,
  extensionsMax: 2,
}

export const clean: Verdict = { clean: true, places: places.map((place) => ({ is: 'absent', place })) }

export const unclean: Verdict = {
  clean: false,
  places: [{ is: 'present', place: 'sessionRoot', what: '3 entries', where: '/roots/0', why: 'EBUSY' }],
}

/** What a check by hand may stand for: root and processes are gone. */
export const uncleanElsewhere: Verdict = {
  clean: false,
  places: places.map((place) =>
    place === 'clipboard' ? { is: 'unverifiable', place, where: place, why: 'EIO' } : { is: 'absent', place },
  ),
}

/** A téléservice of nobody. */
export function serviceAt(id: string, hosts: string[], category: Service['category'] = 'family'): Service {
  return {
    id,
    name: id,
    purpose: { fr: 'pour essayer', en: 'to try' },
    address: `https://${id}.localhost/`,
    hosts,
    category,
    icon: 'other',
    tile: true,
    frequent: false,
    languages: ['fr'],
    notices: [],
    evidence: 'made up',
    status: 'unconfirmed',
  }
}
