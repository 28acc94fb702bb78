import { readCatalogue } from '../../app/services/read-catalogue.ts'
import family from '../../assets/services/family.json' with { type: 'json' }
import frameHosts from '../../assets/services/frame-hosts.json' with { type: 'json' }
import health from '../../assets/services/health.json' with { type: 'json' }
import housing from '../../assets/services/housing.json' with { type: 'json' }
import identity from '../../assets/services/identity.json' with { type: 'json' }
import mail from '../../assets/services/mail.json' with { type: 'json' }
import papers from '../../assets/services/papers.json' with { type: 'json' }
import retirement from '../../assets/services/retirement.json' with { type: 'json' }
import rights from '../../assets/services/rights.json' with { type: 'json' }
import safe from '../../assets/services/safe.json' with { type: 'json' }
import school from '../../assets/services/school.json' with { type: 'json' }
import tax from '../../assets/services/tax.json' with { type: 'json' }
import work from '../../assets/services/work.json' with { type: 'json' }

/** The national catalogue that comes with this version, in the order of the home page. */
export const nationalCatalogue = readCatalogue({
  'family.json': family,
  'health.json': health,
  'work.json': work,
  'tax.json': tax,
  'rights.json': rights,
  'papers.json': papers,
  'housing.json': housing,
  'retirement.json': retirement,
  'school.json': school,
  'mail.json': mail,
  'safe.json': safe,
  'identity.json': identity,
  'frame-hosts.json': frameHosts,
})
