import { z } from 'zod'
import { brandSchema } from '../brand/brand.ts'
import { structureRulesSchema } from '../charter/structure-rules.ts'
import { navigationSchema } from '../navigation/navigation-policy.ts'
import { hostPatternSchema } from '../services/host.ts'
import { serviceSchema } from '../services/service.ts'
import { languageSchema, languages } from '../session/visit.ts'
import { scanFolderSchema } from './scan-folder.ts'
import { suppliedFileOrAddressSchema, suppliedFileSchema } from './supplied-file.ts'

const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const

const closingSchema = z.strictObject({
  days: z
    .array(z.enum(days))
    .min(1)
    .default([...days])
    .meta({ description: 'Days this hour is for.' }),
  at: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, { message: 'must be an hour such as "18:00"' })
    .meta({ description: 'Hour, "HH:MM", in the time zone of the post.' }),
})

const seconds = (minimum: number, maximum: number) => z.int().min(minimum).max(maximum)

const postSchema = z.strictObject({
  structure: z
    .string()
    .min(1)
    .max(80)
    .default('Poste en libre accès')
    .meta({ description: 'Name of the structure, shown on every page.' }),
  desk: z
    .string()
    .min(1)
    .max(80)
    .default('l’accueil')
    .meta({ description: 'Where people are sent for help, with its article: "l’accueil".' }),
  kiosk: z.boolean().default(false).meta({ description: 'Full screen, nothing else reachable.' }),
})

const sessionSchema = z
  .strictObject({
    timeLimitSeconds: seconds(60, 86_400).default(3600).meta({ description: 'Length of a session.' }),
    idleLimitSeconds: seconds(30, 7200)
      .default(300)
      .meta({ description: 'Silence before the idle warning.' }),
    warningSeconds: seconds(20, 600)
      .default(60)
      .meta({ description: 'How long a warning can be answered; 20 at least (RGAA 13.1).' }),
    extensionSeconds: seconds(60, 14_400).default(900).meta({ description: 'What one extension adds.' }),
    extensionsMax: z
      .int()
      .min(0)
      .max(100)
      .default(10)
      .meta({ description: 'Extensions a person may ask for in one session.' }),
    logOutSeconds: seconds(1, 60)
      .default(8)
      .meta({ description: 'Time given to close sessions on the servers; the wipe never waits longer.' }),
    receiptSeconds: seconds(20, 600)
      .default(60)
      .meta({ description: 'How long the receipt stays if nobody closes it.' }),
    closing: z
      .array(closingSchema)
      .max(20)
      .default([])
      .meta({ description: 'Hours at which every session ends.' }),
  })
  .refine((session) => session.warningSeconds < session.timeLimitSeconds, {
    path: ['warningSeconds'],
    message: 'must be shorter than session.timeLimitSeconds',
  })

const pinHashSchema = z.string().regex(/^scrypt:\d+:\d+:\d+:[A-Za-z0-9+/]{22}==:[A-Za-z0-9+/]{43}=$/, {
  message: 'must be a line printed by "npm run pin"',
})

const staffSchema = z.strictObject({
  pinHash: pinHashSchema.optional().meta({
    description:
      'Hash of the staff PIN, as printed by "npm run pin". Without one, the staff page stays closed.',
  }),
  adminPinHash: pinHashSchema.optional().meta({
    description:
      'Hash of the PIN of administration, for "I have checked by hand". Without one, that is not offered.',
  }),
})

const receiptsSchema = z.strictObject({
  keepDays: z
    .int()
    .min(1)
    .max(3650)
    .default(30)
    .meta({ description: 'Days the receipt log is kept: one line per session, nothing that tells who.' }),
})

const documentsSchema = z.strictObject({
  quotaMegabytes: z
    .int()
    .min(10)
    .max(20_000)
    .default(500)
    .meta({ description: 'Room for the documents of one session.' }),
})

const servicesSchema = z.strictObject({
  hide: z.array(z.string()).default([]).meta({ description: 'Ids of national téléservices not to show.' }),
  add: z.array(serviceSchema).default([]).meta({ description: 'Téléservices of the structure.' }),
  frameHosts: z.array(hostPatternSchema).default([]).meta({
    description: 'Hosts whose pages may stand in frames of téléservices, besides the national ones.',
  }),
})

const scanSchema = z.strictObject({
  folders: z.array(scanFolderSchema).max(20).default([]).meta({
    description:
      'Folders a scanner drops pages in, by their whole paths. Everything in them is erased. On a network drive, name a folder inside it: when the drive is gone, the folder is too.',
  }),
  settleSeconds: seconds(1, 60)
    .default(2)
    .meta({ description: 'A page is complete when nothing was added to it for so long.' }),
  lateSeconds: seconds(0, 600).default(45).meta({
    description:
      'A page that appears so soon after the end of a session may be of the person before: it is erased, and shown to nobody.',
  }),
})

const scannerSchema = z.strictObject({
  device: z.string().min(1).max(200).optional().meta({
    description: 'Device as "scanimage -L" names it. Left out: the first one found.',
  }),
})

const permissionsSchema = z.strictObject({
  cameraAndMicrophoneHosts: z.array(hostPatternSchema).max(100).default([]).meta({
    description:
      'Hosts whose pages may use camera and microphone when they ask, such as "rendez-vous.example.fr". Every other permission is refused, to every host.',
  }),
})

const printingSchema = z.strictObject({
  enabled: z.boolean().default(true).meta({ description: 'Whether people can print.' }),
  printer: z.string().min(1).max(127).optional().meta({
    description: 'Queue of the print server, as "lpstat -e" names it. Left out: its default one.',
  }),
  pagesMax: z
    .int()
    .min(1)
    .max(9999)
    .default(30)
    .meta({ description: 'Pages one session may print, copies counted.' }),
})

const orientationSchema = z.strictObject({
  places: suppliedFileSchema.optional().meta({
    description:
      'Directory of the network, CSV or JSON in the national schema of places of digital mediation (v1.0). Left out: orientation is not offered.',
  }),
})

const agendaSchema = z.strictObject({
  feed: suppliedFileOrAddressSchema.optional().meta({
    description: 'Agenda of the network, iCalendar: an https address or a file. Left out: it is not offered.',
  }),
  days: z.int().min(1).max(366).default(30).meta({ description: 'How many days ahead workshops are shown.' }),
})

const whole = <T extends z.ZodType>(schema: T) => schema.prefault({} as z.input<T>)

/** The policy of a post: one JSON file. Every key has a default; an unknown key is an error. */
export const policySchema = z.strictObject({
  $schema: z.string().optional().meta({ description: 'Address of the JSON Schema, for editors.' }),
  post: whole(postSchema),
  brand: whole(brandSchema),
  languages: z
    .array(languageSchema)
    .min(1)
    .default([...languages])
    .meta({ description: 'Languages offered, in order.' }),
  rules: whole(structureRulesSchema),
  session: whole(sessionSchema),
  staff: whole(staffSchema),
  receipts: whole(receiptsSchema),
  documents: whole(documentsSchema),
  services: whole(servicesSchema),
  navigation: whole(navigationSchema),
  permissions: whole(permissionsSchema),
  scan: whole(scanSchema),
  printing: whole(printingSchema),
  orientation: whole(orientationSchema),
  agenda: whole(agendaSchema),
  scanner: scannerSchema.optional().meta({
    description: 'A scanner at the post. With this key, even {}, people can scan from their documents.',
  }),
})
export type Policy = z.infer<typeof policySchema>

/** The policy's JSON Schema, as shipped in `assets/policy/policy.schema.json`. */
export function policyJsonSchema(): Record<string, unknown> {
  return {
    $id: 'https://estran.example/policy.schema.json',
    title: 'Policy of an Estran post',
    ...z.toJSONSchema(policySchema, { io: 'input' }),
  }
}
