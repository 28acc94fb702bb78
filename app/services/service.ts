import { z } from 'zod'

const fullAddress = { error: 'must be a full address such as "https://www.caf.fr/"', abort: true }

const httpsOrLocal = z
  .url({ protocol: /^https?$/, ...fullAddress })
  .refine(
    (address) =>
      address.startsWith('https:') || /^http:\/\/([a-z0-9-]+\.)*localhost(:\d+)?(\/|$)/.test(address),
    {
      message: 'must be an https:// address (http:// only for localhost)',
    },
  )

/** A host, `caf.fr`, or every host below it, `*.caf.fr`. A port may follow for localhost. */
export const hostPatternSchema = z.string().regex(/^(\*\.)?([a-z0-9-]+\.)*[a-z0-9-]+(:\d+)?$/, {
  message: 'must be a host such as "caf.fr" or "*.caf.fr"',
})

/** A sign by which the end of a session on the server is recognised: an address reached, or words on the page. */
const confirmationSchema = z.strictObject({
  addressStartsWith: z.url(fullAddress).optional(),
  pageSays: z.string().min(1).optional(),
})

/** How a téléservice's own session is closed: an address to load, or a button to press by its accessible name. */
export const logOutRecipeSchema = z.discriminatedUnion(
  'by',
  [
    z.strictObject({
      by: z.literal('address'),
      address: httpsOrLocal,
      confirmed: confirmationSchema.optional(),
    }),
    z.strictObject({
      by: z.literal('button'),
      names: z.array(z.string().min(1)).min(1),
      page: httpsOrLocal.optional(),
      confirmed: confirmationSchema.optional(),
    }),
  ],
  { error: 'must be "address" or "button"' },
)
export type LogOutRecipe = z.infer<typeof logOutRecipeSchema>

export const serviceCategories = [
  'family',
  'health',
  'retirement',
  'work',
  'tax',
  'papers',
  'housing',
  'rights',
  'identity',
  'mail',
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
  'other',
] as const

const inEachLanguage = z.strictObject({ fr: z.string().min(1), en: z.string().min(1) })

/**
 * One téléservice. `evidence` says where hosts and recipe come from; `status` is `confirmed` only once someone with
 * a connection has tried them.
 */
export const serviceSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{2,40}$/, { message: 'must be 2 to 40 of a–z, 0–9 and -' }),
  name: z.string().min(1).max(40),
  purpose: inEachLanguage,
  address: httpsOrLocal,
  hosts: z.array(hostPatternSchema).min(1),
  category: serviceCategorySchema,
  icon: z.enum(serviceIcons).default('other'),
  /** Shown on the home page; identity providers are not. */
  tile: z.boolean().default(true),
  logOut: logOutRecipeSchema.optional(),
  evidence: z.string().min(1),
  status: z.enum(['confirmed', 'unconfirmed']).default('unconfirmed'),
})
export type Service = z.infer<typeof serviceSchema>
