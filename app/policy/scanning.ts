import { z } from 'zod'
import { scanFolderSchema } from './scan-folder.ts'
import { seconds } from './seconds.ts'

/** Folders that a scanner outside Estran writes into. */
export const scanSchema = z.strictObject({
  folders: z
    .array(scanFolderSchema)
    .max(20)
    .default([])
    .meta({
      description:
        'Folders a scanner drops pages in, by their whole paths. Everything in them is erased. On a network drive, name a folder inside it: when the drive is gone, the folder is too.',
      examples: [['/srv/scans']],
    }),
  settleSeconds: seconds(1, 60)
    .default(2)
    .meta({ description: 'A page is complete when nothing was added to it for so long.', examples: [2] }),
  lateSeconds: seconds(0, 600)
    .default(45)
    .meta({
      description:
        'A page that appears so soon after the end of a session may be of the person before: it is erased, and shown to nobody.',
      examples: [45],
    }),
})

/** A scanner at the post. */
export const scannerSchema = z.strictObject({
  device: z
    .string()
    .min(1)
    .max(200)
    .optional()
    .meta({
      description: 'Device as "scanimage -L" names it. Left out: the first one found.',
      examples: ['airscan:e0:Scanner'],
    }),
})
