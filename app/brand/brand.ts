import { z } from 'zod'
import { leastContrast, poorestContrast } from './contrast.ts'

const colourSchema = z
  .string()
  .regex(/^#[0-9a-f]{6}$/i, { message: 'must be a colour such as "#0b5563"', abort: true })
  .refine((colour) => poorestContrast(colour) >= leastContrast, {
    error: ({ input }) => {
      const found = poorestContrast(String(input)).toFixed(1)
      return `must be darker: its contrast on our pages is ${found}:1, text needs ${leastContrast}:1 (RGAA 3.2)`
    },
  })

/** The look of a structure: its name is `post.structure`. */
export const brandSchema = z.strictObject({
  colour: colourSchema.optional().meta({
    description:
      'Colour of buttons and marks in the light look, as "#rrggbb"; refused where people could not read it.',
    examples: ['#0b5563'],
  }),
  logo: z
    .string()
    .regex(/\.(png|svg)$/i, { message: 'must be the path of a .png or .svg file' })
    .optional()
    .meta({
      description: 'Whole path of the logo, PNG or SVG, 500 kB at most; shown beside the name.',
      examples: ['/etc/estran/logo.svg'],
    }),
})
