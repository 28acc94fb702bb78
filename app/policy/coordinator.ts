import { z } from 'zod'
import { readPairingCode } from '../coordinator/pairing-code.ts'

/** The network that a post joins by itself. */
export const coordinatorSchema = z.strictObject({
  code: z
    .string()
    .refine((code) => readPairingCode(code) !== null, {
      message: 'must be a code of a site, as the page « Postes » of the coordinator shows it',
    })
    .meta({
      writeOnly: true,
      description:
        'Code of the site. A post that belongs to no network joins with it by itself, at its first start.',
      examples: ['040C-0002-18EH-600H-48SM-8NB6-EY49-KANV-SKEY-XZR0-0410-6105-0R3G-G29B-RR'],
    }),
  name: z
    .string()
    .trim()
    .min(1)
    .max(80)
    .optional()
    .meta({
      description: 'What this post is called there. Left out: the name of the machine.',
      examples: ['Poste 3'],
    }),
})
