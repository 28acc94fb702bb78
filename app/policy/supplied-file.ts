import { z } from 'zod'

const wholePath = /^(\/(?!\/)|[A-Za-z]:[\\/])/
const httpsAddress = /^https:\/\/[^\s/?#]+\S*$/i

/** A file that the structure puts on the machine, by its whole path. */
export const suppliedFileSchema = z
  .string()
  .max(1000)
  .regex(wholePath, { message: 'must be a whole path, such as "/etc/estran/places.csv"' })

/** A file by its whole path, or an address it is fetched from. */
export const suppliedFileOrAddressSchema = z
  .string()
  .max(1000)
  .refine((from) => wholePath.test(from) || httpsAddress.test(from), {
    message: 'must be an address such as "https://example.org/agenda.ics", or a whole path',
  })
