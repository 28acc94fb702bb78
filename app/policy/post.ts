import { z } from 'zod'

/** The structure, and how the post is shown. */
export const postSchema = z.strictObject({
  structure: z
    .string()
    .min(1)
    .max(80)
    .default('Poste en libre accès')
    .meta({
      description: 'Name of the structure, shown on every page.',
      examples: ['Médiathèque de l’Estuaire'],
    }),
  desk: z
    .string()
    .min(1)
    .max(80)
    .default('l’accueil')
    .meta({
      description: 'Where people are sent for help, with its article: "l’accueil".',
      examples: ['le bureau 3'],
    }),
  kiosk: z
    .boolean()
    .default(false)
    .meta({ description: 'Full screen, nothing else reachable.', examples: [true] }),
  touchKeyboard: z
    .boolean()
    .default(false)
    .meta({
      description: 'Whether a session has a keyboard on the screen, for a post with a touch screen.',
      examples: [true],
    }),
})
