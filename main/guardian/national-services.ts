import { catalogueSchema } from '../../app/services/catalogue.ts'
import type { Service } from '../../app/services/service.ts'
import catalogueFile from '../../assets/services/national.json' with { type: 'json' }

/** The national catalogue that comes with this version. */
export const nationalServices: readonly Service[] = catalogueSchema.parse(catalogueFile).services
