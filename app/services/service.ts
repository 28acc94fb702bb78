import { z } from 'zod'
import { originOf } from '../navigation/address.ts'
import { localTextSchema } from '../session/local-text.ts'
import { hostPatternSchema, matchesHost } from './host.ts'
import { type LogOutRecipe, logOutRecipeSchema } from './log-out-recipe.ts'
import { pageNoticeSchema } from './page-notice.ts'
import { evidenceSchema, statusSchema } from './proof.ts'
import { webAddressSchema } from './web-address.ts'

export const serviceCategories = [
  'family',
  'health',
  'retirement',
  'work',
  'tax',
  'papers',
  'housing',
  'rights',
  'school',
  'identity',
  'mail',
  'safe',
  'other',
] as const
export const serviceCategorySchema = z.enum(serviceCategories)
export type ServiceCategory = z.infer<typeof serviceCategorySchema>

export const serviceIcons = [
  'family',
  'health',
  'home',
  'work',
  'tax',
  'retirement',
  'papers',
  'car',
  'farm',
  'rights',
  'school',
  'mail',
  'documents',
  'other',
] as const

/** One téléservice. */
export const serviceSchema = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9-]{2,40}$/, { message: 'must be 2 to 40 of a–z, 0–9 and -' }),
    name: z.string().min(1).max(40),
    purpose: localTextSchema,
    address: webAddressSchema,
    hosts: z.array(hostPatternSchema).min(1),
    category: serviceCategorySchema,
    icon: z.enum(serviceIcons).default('other'),
    /** Shown on the home page; identity providers are not. */
    tile: z.boolean().default(true),
    /** One of the few most people come for: shown before all others. */
    frequent: z.boolean().default(false),
    /** Languages the site speaks, as ISO 639-1 codes. */
    languages: z
      .array(z.string().regex(/^[a-z]{2}$/, { message: 'must be two letters such as "fr"' }))
      .min(1)
      .default(['fr']),
    logOut: logOutRecipeSchema.optional(),
    notices: z.array(pageNoticeSchema).default([]),
    evidence: evidenceSchema,
    status: statusSchema,
  })
  .check(({ value, issues }) => {
    // Judged only where hosts and addresses can be read at all.
    if (issues.length > 0) return
    // Elsewhere it could not be opened, and its session would be nobody's to close.
    for (const { path, address } of addressesOf(value)) {
      if (address === undefined) continue
      const host = originOf(address)?.host ?? ''
      if (value.hosts.some((pattern) => matchesHost(pattern, host))) continue
      issues.push({ code: 'custom', path, input: address, message: 'must be at one of its hosts' })
    }
  })
export type Service = z.infer<typeof serviceSchema>

type Located = { path: PropertyKey[]; address: string | undefined }

/** Every address of an entry that is opened, by its key. */
function addressesOf(entry: {
  address: string
  logOut?: LogOutRecipe | undefined
  notices: { at: string }[]
}): Located[] {
  const { address, logOut, notices } = entry
  return [
    { path: ['address'], address },
    logOut?.by === 'address'
      ? { path: ['logOut', 'address'], address: logOut.address }
      : { path: ['logOut', 'page'], address: logOut?.page },
    ...notices.map(({ at }, index) => ({ path: ['notices', index, 'at'], address: at })),
  ]
}
