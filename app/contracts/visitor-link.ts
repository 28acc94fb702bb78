/** Between the guardian and a visitor, over the visitor's stdio channel. Each side distrusts the other. */
import { z } from 'zod'
import { structureRulesSchema } from '../charter/structure-rules.ts'
import { documentSchema } from '../documents/document.ts'
import { keepingSchema } from '../documents/keeping.ts'
import { pageTroubleSchema } from '../documents/scanned-page.ts'
import { navigationSchema } from '../navigation/navigation-policy.ts'
import { printProgressSchema, printWishSchema } from '../printing/print-job.ts'
import { logOutReportSchema } from '../services/log-out.ts'
import { serviceSchema } from '../services/service.ts'
import { comfortSchema } from '../session/comfort.ts'
import { helpSchema, languageSchema } from '../session/visit.ts'
import { sentenceSchema, spokenSchema } from '../speech/sentence.ts'
import { stickEntrySchema, stickPathSchema, stickSchema, stickTroubleSchema } from '../sticks/stick.ts'
import { sessionNoteSchema } from '../tally/note.ts'
import { agendaSchema, aidSchema, placesSchema } from './visitor-aids.ts'

/** How the pages are shown to this person. */
const presentationSchema = z.object({ language: languageSchema, comfort: comfortSchema })
export type Presentation = z.infer<typeof presentationSchema>

/** Everything a visitor needs to serve one person; no secret, nothing of another person. */
const openingSchema = z.object({
  presentation: presentationSchema,
  /** Languages of the post. */
  languages: z.array(languageSchema),
  /** Languages that can be read aloud on this post. */
  spoken: z.array(languageSchema),
  structure: z.string(),
  /** The structure's colour. */
  colour: z.string().nullable(),
  /** What the charter shows to this person, at any time. */
  help: helpSchema,
  rules: structureRulesSchema,
  services: z.array(serviceSchema),
  /** Pages of ours that the post has; what they need is asked for when one is shown. */
  aids: z.array(aidSchema),
  quotaBytes: z.number(),
  /** Whether a page can be scanned from the shelf. */
  scanner: z.boolean(),
  navigation: navigationSchema,
  frameHosts: z.array(z.string()),
  cameraAndMicrophoneHosts: z.array(z.string()),
  /** Pages a session may print; `null` where there is no printing. */
  pagesMax: z.number().nullable(),
  /** Whether people type on the screen. */
  touchKeyboard: z.boolean(),
  secondsLeft: z.number(),
})
export type Opening = z.infer<typeof openingSchema>

export const toVisitorSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('open'), opening: openingSchema }),
  z.object({ type: z.literal('secondsLeft'), secondsLeft: z.number() }),
  z.object({ type: z.literal('present'), presentation: presentationSchema }),
  /** Leave the screen; a later `reveal` comes back. */
  z.object({ type: z.literal('cover') }),
  z.object({ type: z.literal('reveal') }),
  /** Close the sessions of these téléservices on their servers and report within this time. */
  z.object({ type: z.literal('logOut'), services: z.array(z.string()), withinSeconds: z.number() }),
  /** A scanned page, or a file of a stick, lies in the documents' folder as `file`; the shelf gives it its name. */
  z.object({
    type: z.literal('documentArrived'),
    file: z.string().regex(/^arrived-[0-9a-f]{16}$/),
    name: z.string(),
    bytes: z.number(),
    origin: documentSchema.shape.origin.exclude(['web']),
  }),
  z.object({ type: z.literal('pageRefused'), why: pageTroubleSchema }),
  z.object({ type: z.literal('scanProgress'), percent: z.number().min(0).max(100) }),
  /** The scan that was asked for is over, whatever became of it. */
  z.object({ type: z.literal('scanEnded') }),
  z.object({ type: z.literal('sticks'), sticks: z.array(stickSchema) }),
  /** What lies in the folder that was asked for. */
  z.object({ type: z.literal('stickFolder'), entries: z.array(stickEntrySchema) }),
  z.object({ type: z.literal('copyProgress'), percent: z.number().min(0).max(100) }),
  /** The copy, the look or the release is over: it succeeded where there is no trouble. */
  z.object({
    type: z.literal('stickDone'),
    did: z.enum(['look', 'copy', 'cancel', 'release']),
    trouble: stickTroubleSchema.nullable(),
  }),
  z.object({ type: z.literal('places'), places: placesSchema }),
  z.object({ type: z.literal('agenda'), agenda: agendaSchema }),
  /** The person does not leave yet: their documents, or a téléservice to keep them in. */
  z.object({ type: z.literal('goTo'), what: keepingSchema }),
  /** What became of a sentence, in the order in which they were asked for. */
  z.object({ type: z.literal('spoken'), outcome: spokenSchema }),
  z.object({ type: z.literal('printTold'), progress: printProgressSchema, pagesLeft: z.number() }),
])
export type ToVisitor = z.infer<typeof toVisitorSchema>

const stick = stickSchema.shape.id

export const fromVisitorSchema = z.discriminatedUnion('type', [
  /** Window and shell page are loaded; nothing has been shown. */
  z.object({ type: z.literal('ready') }),
  z.object({ type: z.literal('shown') }),
  z.object({ type: z.literal('activity') }),
  z.object({ type: z.literal('endAsked') }),
  z.object({ type: z.literal('staffAsked') }),
  /** Another language, or another way to read: answered by `present`. */
  z.object({ type: z.literal('presentationAsked'), presentation: presentationSchema }),
  z.object({ type: z.literal('serviceVisited'), service: z.string().max(40) }),
  z.object({ type: z.literal('documents'), count: z.number().int().min(0).max(100_000) }),
  /** Scan one page with the scanner of the post. */
  z.object({ type: z.literal('scanAsked') }),
  z.object({ type: z.literal('scanCancelled') }),
  z.object({ type: z.literal('sticksAsked') }),
  z.object({ type: z.literal('stickFolderAsked'), stick, path: stickPathSchema }),
  /** Copies a file of a stick to the documents. */
  z.object({ type: z.literal('copyFromStickAsked'), stick, path: stickPathSchema.min(1) }),
  /** Copies a document, which lies in the documents' folder under this name, to the root of a stick. */
  z.object({ type: z.literal('copyToStickAsked'), stick, name: z.string().min(1).max(255) }),
  z.object({ type: z.literal('copyCancelled') }),
  z.object({ type: z.literal('stickReleaseAsked'), stick }),
  /** Prints a PDF that lies in the folder for it as `file`. */
  z.object({
    type: z.literal('printAsked'),
    file: z.string().regex(/^print-[0-9a-f]{16}$/),
    wish: printWishSchema,
  }),
  z.object({ type: z.literal('printCancelled') }),
  /** What a page of ours needs. Answered once a session. */
  z.object({ type: z.literal('placesAsked') }),
  z.object({ type: z.literal('agendaAsked') }),
  /** Reads a sentence of a page of ours aloud. */
  z.object({ type: z.literal('sayAsked'), sentence: sentenceSchema }),
  z.object({ type: z.literal('silenceAsked') }),
  /** Heard once a session for each family. */
  z.object({ type: z.literal('noted'), note: sessionNoteSchema }),
  z.object({
    type: z.literal('loggedOut'),
    reports: z.array(logOutReportSchema.pick({ service: true, outcome: true })).max(200),
  }),
])
export type FromVisitor = z.infer<typeof fromVisitorSchema>
