import { z } from 'zod'
import { brandSchema } from '../brand/brand.ts'
import { structureRulesSchema } from '../charter/structure-rules.ts'
import { readPairingCode } from '../coordinator/pairing-code.ts'
import { navigationSchema } from '../navigation/navigation-policy.ts'
import { hostPatternSchema } from '../services/host.ts'
import { serviceSchema } from '../services/service.ts'
import { languageSchema, languages } from '../session/visit.ts'
import { updatesSchema } from '../updates/updates-schema.ts'
import { hourSchema } from './hour.ts'
import { scanFolderSchema } from './scan-folder.ts'
import { suppliedFileOrAddressSchema, suppliedFileSchema } from './supplied-file.ts'

const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const

const closingSchema = z.strictObject({
  days: z
    .array(z.enum(days))
    .min(1)
    .default([...days])
    .meta({ description: 'Days this hour is for.', examples: [['sat']] }),
  at: hourSchema.meta({
    description: 'Hour, "HH:MM", in the time zone of the post.',
    examples: ['17:00'],
  }),
})

const seconds = (minimum: number, maximum: number) => z.int().min(minimum).max(maximum)

const postSchema = z.strictObject({
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

const sessionSchema = z
  .strictObject({
    timeLimitSeconds: seconds(60, 86_400)
      .default(3600)
      .meta({ description: 'Length of a session.', examples: [3600] }),
    idleLimitSeconds: seconds(30, 7200)
      .default(300)
      .meta({ description: 'Silence before the idle warning.', examples: [300] }),
    warningSeconds: seconds(20, 600)
      .default(60)
      .meta({ description: 'How long a warning can be answered; 20 at least (RGAA 13.1).', examples: [60] }),
    extensionSeconds: seconds(60, 14_400)
      .default(900)
      .meta({ description: 'What one extension adds.', examples: [900] }),
    extensionsMax: z
      .int()
      .min(0)
      .max(100)
      .default(10)
      .meta({ description: 'Extensions a person may ask for in one session.', examples: [4] }),
    logOutSeconds: seconds(1, 60)
      .default(8)
      .meta({
        description: 'Time given to close sessions on the servers; the wipe never waits longer.',
        examples: [8],
      }),
    receiptSeconds: seconds(20, 600)
      .default(60)
      .meta({ description: 'How long the receipt stays if nobody closes it.', examples: [60] }),
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

/** Secrets are marked `writeOnly`, as JSON Schema has it: they are never shown again. */
const pinHashSchema = z.string().regex(/^scrypt:\d+:\d+:\d+:[A-Za-z0-9+/]{22}==:[A-Za-z0-9+/]{43}=$/, {
  message: 'must be a line printed by "npm run pin"',
})

const staffSchema = z.strictObject({
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

const receiptsSchema = z.strictObject({
  keepDays: z
    .int()
    .min(1)
    .max(3650)
    .default(30)
    .meta({
      description: 'Days the receipt log is kept: one line per session, nothing that tells who.',
      examples: [30],
    }),
})

const documentsSchema = z.strictObject({
  quotaMegabytes: z
    .int()
    .min(10)
    .max(20_000)
    .default(500)
    .meta({ description: 'Room for the documents of one session.', examples: [500] }),
})

const servicesSchema = z.strictObject({
  hide: z
    .array(z.string())
    .default([])
    .meta({ description: 'Ids of national téléservices not to show.', examples: [['info-retraite']] }),
  add: z.array(serviceSchema).default([]).meta({ description: 'Téléservices of the structure.' }),
  frameHosts: z
    .array(hostPatternSchema)
    .default([])
    .meta({
      description: 'Hosts whose pages may stand in frames of téléservices, besides the national ones.',
      examples: [['widgets.example.fr']],
    }),
})

const scanSchema = z.strictObject({
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

const scannerSchema = z.strictObject({
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

const permissionsSchema = z.strictObject({
  cameraAndMicrophoneHosts: z
    .array(hostPatternSchema)
    .max(100)
    .default([])
    .meta({
      description:
        'Hosts whose pages may use camera and microphone when they ask, such as "rendez-vous.example.fr". Every other permission is refused, to every host.',
      examples: [['rendez-vous.example.fr']],
    }),
})

const printingSchema = z.strictObject({
  enabled: z
    .boolean()
    .default(true)
    .meta({ description: 'Whether people can print.', examples: [true] }),
  printer: z
    .string()
    .min(1)
    .max(127)
    .optional()
    .meta({
      description: 'Queue of the print server, as "lpstat -e" names it. Left out: its default one.',
      examples: ['accueil'],
    }),
  pagesMax: z
    .int()
    .min(1)
    .max(9999)
    .default(30)
    .meta({ description: 'Pages one session may print, copies counted.', examples: [20] }),
})

const orientationSchema = z.strictObject({
  places: suppliedFileSchema.optional().meta({
    description:
      'Directory of the network, CSV or JSON in the national schema of places of digital mediation (v1.0). Left out: orientation is not offered.',
    examples: ['/etc/estran/places.csv'],
  }),
})

const coordinatorSchema = z.strictObject({
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

const agendaSchema = z.strictObject({
  feed: suppliedFileOrAddressSchema.optional().meta({
    description: 'Agenda of the network, iCalendar: an https address or a file. Left out: it is not offered.',
    examples: ['https://agenda.example.fr/ateliers.ics'],
  }),
  days: z
    .int()
    .min(1)
    .max(366)
    .default(30)
    .meta({ description: 'How many days ahead workshops are shown.', examples: [30] }),
})

const whole = <T extends z.ZodType>(schema: T, description: string) =>
  schema.prefault({} as z.input<T>).meta({ description })

/** The policy of a post: one JSON file. Every key has a default; an unknown key is an error. */
export const policySchema = z.strictObject({
  $schema: z
    .string()
    .optional()
    .meta({ description: 'Address of the JSON Schema, for editors.', examples: ['./policy.schema.json'] }),
  post: whole(postSchema, 'The structure, and how the post is shown.'),
  brand: whole(brandSchema, 'The look of the structure.'),
  languages: z
    .array(languageSchema)
    .min(1)
    .default([...languages])
    .meta({ description: 'Languages offered, in order.', examples: [['fr', 'fr-x-falc', 'ar']] }),
  rules: whole(structureRulesSchema, 'What the structure adds to the charter.'),
  session: whole(sessionSchema, 'Time, silence, warnings and closing hours.'),
  staff: whole(staffSchema, 'Who may open the staff page.'),
  receipts: whole(receiptsSchema, 'The log of what was wiped.'),
  documents: whole(documentsSchema, 'What people download and scan in a session.'),
  services: whole(servicesSchema, 'The catalogue of téléservices, as this structure wants it.'),
  navigation: whole(navigationSchema, 'Where people may go.'),
  permissions: whole(permissionsSchema, 'What pages may use.'),
  scan: whole(scanSchema, 'Folders that a scanner outside Estran writes into.'),
  printing: whole(printingSchema, 'Printing from the post.'),
  orientation: whole(orientationSchema, 'Places that can help people.'),
  agenda: whole(agendaSchema, 'Workshops of the network.'),
  coordinator: coordinatorSchema.optional().meta({
    description: 'The network that this post joins by itself. Left out: none, or the one of "estran pair".',
  }),
  updates: whole(
    updatesSchema,
    'New versions of Estran, put in place by themselves outside opening hours. On Debian alone.',
  ),
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
