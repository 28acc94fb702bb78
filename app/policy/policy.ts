import { z } from 'zod'
import { brandSchema } from '../brand/brand.ts'
import { structureRulesSchema } from '../charter/structure-rules.ts'
import { navigationSchema } from '../navigation/navigation-policy.ts'
import { hostPatternSchema } from '../services/host.ts'
import { serviceSchema } from '../services/service.ts'
import { languageSchema, languages } from '../session/visit.ts'
import { updatesSchema } from '../updates/updates-schema.ts'
import { coordinatorSchema } from './coordinator.ts'
import { postSchema } from './post.ts'
import { scannerSchema, scanSchema } from './scanning.ts'
import { sessionSchema } from './session-times.ts'
import { staffSchema } from './staff.ts'
import { suppliedFileOrAddressSchema, suppliedFileSchema } from './supplied-file.ts'

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
