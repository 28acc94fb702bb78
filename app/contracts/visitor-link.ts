/** Between the guardian and a visitor, over the visitor's stdio channel. Each side distrusts the other. */
import { z } from 'zod'
import { structureRulesSchema } from '../charter/structure-rules.ts'
import { pageTroubleSchema } from '../documents/scanned-page.ts'
import { logOutReportSchema } from '../services/log-out.ts'
import { serviceSchema } from '../services/service.ts'
import { comfortSchema } from '../session/comfort.ts'
import { helpSchema, languageSchema } from '../session/visit.ts'

/** How the pages are shown to this person. */
const presentationSchema = z.object({ language: languageSchema, comfort: comfortSchema })
export type Presentation = z.infer<typeof presentationSchema>

/** Everything a visitor needs to serve one person; no secret, nothing of another person. */
const openingSchema = z.object({
  presentation: presentationSchema,
  /** Languages of the post. */
  languages: z.array(languageSchema),
  structure: z.string(),
  /** The structure's colour. */
  colour: z.string().nullable(),
  /** What the charter shows to this person, at any time. */
  help: helpSchema,
  rules: structureRulesSchema,
  services: z.array(serviceSchema),
  quotaBytes: z.number(),
  /** Whether a page can be scanned from the shelf. */
  scanner: z.boolean(),
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
  /** A scanned page lies in the documents' folder as `file`; the shelf gives it its name. */
  z.object({
    type: z.literal('documentArrived'),
    file: z.string().regex(/^arrived-[0-9a-f]{16}$/),
    name: z.string(),
    bytes: z.number(),
  }),
  z.object({ type: z.literal('pageRefused'), why: pageTroubleSchema }),
  z.object({ type: z.literal('scanProgress'), percent: z.number().min(0).max(100) }),
  /** The scan that was asked for is over, whatever became of it. */
  z.object({ type: z.literal('scanEnded') }),
])
export type ToVisitor = z.infer<typeof toVisitorSchema>

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
  z.object({
    type: z.literal('loggedOut'),
    reports: z.array(logOutReportSchema.pick({ service: true, outcome: true })).max(200),
  }),
])
export type FromVisitor = z.infer<typeof fromVisitorSchema>
