import { z } from 'zod'

/** A USB stick or the like that the person has plugged in. */
export const stickSchema = z.object({
  /** Known to the guardian alone; another each time it is plugged in elsewhere. */
  id: z.string().regex(/^[0-9a-f]{16}$/),
  /** The name its owner gave it. */
  label: z.string(),
  freeBytes: z.number().nonnegative(),
})
export type Stick = z.infer<typeof stickSchema>

/** What lies in a folder of a stick. Links and devices are not told. */
export const stickEntrySchema = z.object({
  name: z.string(),
  kind: z.enum(['folder', 'file']),
  /** 0 for a folder. */
  bytes: z.number().nonnegative(),
})
export type StickEntry = z.infer<typeof stickEntrySchema>

/** The way from the root of a stick to a folder or a file: names, none of which leads elsewhere. */
export const stickPathSchema = z.array(z.string().min(1).max(255).refine(isPlainName)).max(40)

/** Why something with a stick did not succeed. */
const stickTroubles = ['full', 'pulled', 'readOnly', 'tooLarge', 'busy', 'failed'] as const
export const stickTroubleSchema = z.enum(stickTroubles)
export type StickTrouble = z.infer<typeof stickTroubleSchema>

function isPlainName(name: string): boolean {
  return name !== '.' && name !== '..' && !name.includes('/') && !name.includes('\0')
}
