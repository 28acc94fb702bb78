import { z } from 'zod'

/** Secrets are marked `writeOnly`, as JSON Schema has it: they are never shown again. */
const pinHashSchema = z.string().regex(/^scrypt:\d+:\d+:\d+:[A-Za-z0-9+/]{22}==:[A-Za-z0-9+/]{43}=$/, {
  message: 'must be a line printed by "npm run pin"',
})

/** Who may open the staff page. */
export const staffSchema = z.strictObject({
  pinHash: pinHashSchema.optional().meta({
    writeOnly: true,
    description:
      'Hash of the staff PIN, as printed by "npm run pin". Without one, the staff page stays closed.',
    examples: ['scrypt:65536:8:1:…'],
  }),
  adminPinHash: pinHashSchema.optional().meta({
    writeOnly: true,
    description:
      'Hash of the PIN of administration, for "I have checked by hand". Without one, that is not offered.',
    examples: ['scrypt:65536:8:1:…'],
  }),
})
