import { z } from 'zod'

/** Sizes of the text, in percent of the usual one; 200 is what RGAA 10.4 asks for. */
export const textSizes = [100, 125, 150, 200] as const
export const themes = ['light', 'dark', 'contrast'] as const
export const spacings = ['usual', 'wide'] as const
export const pointers = ['usual', 'large'] as const

/** How a person reads best. Chosen at any time, on any page; forgotten with the session. */
export const comfortSchema = z.object({
  textPercent: z.literal(textSizes),
  theme: z.enum(themes),
  spacing: z.enum(spacings),
  pointer: z.enum(pointers),
})
export type Comfort = z.infer<typeof comfortSchema>

/** What everybody begins with. */
export const usualComfort: Comfort = { textPercent: 100, theme: 'light', spacing: 'usual', pointer: 'usual' }
