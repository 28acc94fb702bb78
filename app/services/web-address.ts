import { z } from 'zod'

const local = /^http:\/\/([a-z0-9-]+\.)*localhost(:\d+)?\//

/** A full address of the web, `https` except on this machine, in lower case as far as its host. */
export const webAddressSchema = z
  .string()
  .regex(/^https?:\/\/[a-z0-9.-]+(:\d+)?\//, {
    error: 'must be a full address such as "https://www.caf.fr/"',
    abort: true,
  })
  .refine((address) => address.startsWith('https:') || local.test(address), {
    error: 'must be an https:// address (http:// only for localhost)',
    abort: true,
  })
