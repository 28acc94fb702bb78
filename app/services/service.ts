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
    id: z
      .string()
      .regex(/^[a-z0-9-]{2,40}$/, { message: 'must be 2 to 40 of a–z, 0–9 and -' })
      .meta({
        description: 'What the entry is called in counts and in services.hide.',
        examples: ['portail-famille'],
      }),
    name: z
      .string()
      .min(1)
      .max(40)
      .meta({ description: 'Name shown.', examples: ['Portail famille'] }),
    purpose: localTextSchema.meta({
      description: 'What it is for, in one line.',
      examples: [{ fr: 'Cantine, garderie, activités', en: 'School meals and activities' }],
    }),
    address: webAddressSchema.meta({
      description: 'The page it begins with.',
      examples: ['https://famille.ville.example/'],
    }),
    hosts: z
      .array(hostPatternSchema)
      .min(1)
      .meta({
        description: 'Hosts of its pages, that of the address among them.',
        examples: [['famille.ville.example', '*.paiement.example']],
      }),
    category: serviceCategorySchema.meta({
      description: 'Its kind, in counts and on the home page.',
      examples: ['family'],
    }),
    icon: z
      .enum(serviceIcons)
      .default('other')
      .meta({ description: 'Its sign.', examples: ['family'] }),
    tile: z
      .boolean()
      .default(true)
      .meta({ description: 'Shown on the home page; identity providers are not.', examples: [true] }),
    frequent: z
      .boolean()
      .default(false)
      .meta({
        description: 'One of the few most people come for: shown before all others.',
        examples: [true],
      }),
    languages: z
      .array(z.string().regex(/^[a-z]{2}$/, { message: 'must be two letters such as "fr"' }))
      .min(1)
      .default(['fr'])
      .meta({ description: 'Languages the site speaks, as ISO 639-1 codes.', examples: [['fr', 'en']] }),
    logOut: logOutRecipeSchema.optional().meta({
      description:
        'How its session is closed: by an "address", or by a "button" with one of these names. "confirmed" is the sign that it was: addressStartsWith or pageSays. Left out: it cannot be closed, and the receipt says so.',
      examples: [
        {
          by: 'address',
          address: 'https://famille.ville.example/deconnexion',
          confirmed: { pageSays: 'Vous êtes déconnecté.' },
        },
        { by: 'button', names: ['Se déconnecter'] },
      ],
    }),
    notices: z
      .array(pageNoticeSchema)
      .default([])
      .meta({
        description:
          'A word beside a page: the beginning of its address, and "mailSignUp", "simulator" or "finalSubmission".',
        examples: [[{ at: 'https://famille.ville.example/simulateur', kind: 'simulator' }]],
      }),
    evidence: evidenceSchema.meta({
      description: 'Where hosts and recipe come from.',
      examples: ['read on the site'],
    }),
    status: statusSchema.meta({
      description: 'The day someone tried it, or that nobody has.',
      examples: [{ confirmed: '2026-11-02' }],
    }),
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
