import { z } from 'zod'
import { webAddressSchema } from './web-address.ts'

/**
 * A sign by which the end of a session on the server is recognised: an address reached, or words on the page. A cookie
 * that is gone is none: it says what the browser forgot, not what the server did.
 */
const signSchema = z
  .strictObject({
    addressStartsWith: webAddressSchema.optional(),
    pageSays: z.string().min(1).optional(),
  })
  .refine((sign) => Object.values(sign).some((value) => value !== undefined), {
    message: 'must name a sign: addressStartsWith or pageSays',
  })
export type LogOutSign = z.infer<typeof signSchema>

/** How a téléservice's own session is closed: an address to load, or a button to press by its accessible name. */
export const logOutRecipeSchema = z.discriminatedUnion(
  'by',
  [
    z.strictObject({
      by: z.literal('address'),
      address: webAddressSchema,
      confirmed: signSchema.optional(),
    }),
    z.strictObject({
      by: z.literal('button'),
      /** Tried in order, on the page the person had, else on `page`. */
      names: z.array(z.string().min(1)).min(1),
      page: webAddressSchema.optional(),
      confirmed: signSchema.optional(),
    }),
  ],
  { error: 'must be "address" or "button"' },
)
export type LogOutRecipe = z.infer<typeof logOutRecipeSchema>
