/** Between the guardian and its own pages: welcome, charter, notices, ending, receipt, rest, staff. */
import { z } from 'zod'
import { structureRulesSchema } from '../charter/structure-rules.ts'
import { keepingSchema } from '../documents/keeping.ts'
import { receiptSchema } from '../receipt/receipt.ts'
import { comfortSchema } from '../session/comfort.ts'
import { endCauseSchema, helpSchema, languageSchema, noticeSchema, visitSchema } from '../session/visit.ts'
import { feedbackSchema } from '../tally/note.ts'
import { placeOutcomeSchema } from '../wipe/verdict.ts'
import type { Contract } from './contract.ts'
import { speechCalls } from './speech-calls.ts'

const nothing = z.undefined()
const done = z.void()
const pin = z.string().regex(/^\d{4,12}$/)

/** Steps of an end, in order, as the ending page shows them. */
export const endingSteps = ['cover', 'logOut', 'close', 'wipe', 'readBack'] as const
export const endingStepSchema = z.enum(endingSteps)
export type EndingStep = z.infer<typeof endingStepSchema>

/** What the page shows now. Seconds are those left when the view was pushed. */
const pageSchema = z.discriminatedUnion('at', [
  z.object({ at: z.literal('recovering') }),
  z.object({ at: z.literal('welcome') }),
  z.object({ at: z.literal('choosing'), language: languageSchema }),
  z.object({ at: z.literal('charter'), visit: visitSchema }),
  /** Sharing data with a helper is agreed on, by both. */
  z.object({ at: z.literal('agreement'), visit: visitSchema }),
  z.object({ at: z.literal('desk'), language: languageSchema }),
  z.object({ at: z.literal('opening'), visit: visitSchema }),
  z.object({
    at: z.literal('active'),
    visit: visitSchema,
    notice: noticeSchema.nullable(),
    secondsLeft: z.number(),
    /** Minutes an answer adds; 0 when the end cannot be moved. */
    extensionMinutes: z.number(),
    /** What reception says to the person, until it is read. */
    message: z.string().nullable(),
    documents: z.number(),
    /** Ways to keep them that this post has. */
    keepings: z.array(keepingSchema),
  }),
  z.object({ at: z.literal('ending'), visit: visitSchema, cause: endCauseSchema, step: endingStepSchema }),
  z.object({
    at: z.literal('receipt'),
    visit: visitSchema,
    receipt: receiptSchema,
    feedback: feedbackSchema.nullable(),
    secondsLeft: z.number(),
  }),
  z.object({ at: z.literal('outOfService'), because: z.enum(['wipe', 'staff', 'policy', 'records']) }),
  z.object({ at: z.literal('stopped') }),
])
export type GuardianPage = z.infer<typeof pageSchema>

export const staffActions = ['endSession', 'extend', 'rest', 'retry', 'quit'] as const
const staffActionSchema = z.enum(staffActions)
export type StaffAction = z.infer<typeof staffActionSchema>

/** How this post and the coordinator of its network stand; the post works whatever it is. */
export const networkStandings = [
  'connected',
  'countsWait',
  'unreachable',
  'refused',
  'replaced',
  'wrongCertificate',
  'unreadable',
] as const
const networkStandingSchema = z.enum(networkStandings)
export type NetworkStanding = z.infer<typeof networkStandingSchema>

/** The staff page. What is left on the post is sent only once the PIN was right. */
const staffViewSchema = z.discriminatedUnion('is', [
  z.object({ is: z.literal('closed') }),
  /** No PIN in the policy. */
  z.object({ is: z.literal('unavailable') }),
  z.object({ is: z.literal('locked'), wrong: z.boolean(), waitSeconds: z.number() }),
  z.object({
    is: z.literal('open'),
    /** What was left, where and why; or what is wrong with the policy, or with the disk the records are on. */
    places: z.array(placeOutcomeSchema),
    problems: z.array(z.string()),
    /** What is wrong with a policy that was changed while the post runs; it keeps to the one it had. */
    policyTroubles: z.array(z.string()),
    /** What can be done now; without a policy there is no PIN, so nothing but reading. */
    actions: z.array(staffActionSchema),
    /** `null` on a post that belongs to no network. */
    network: networkStandingSchema.nullable(),
    /** « I have checked by hand » can be said, with the PIN of administration; why it was refused before. */
    byHand: z
      .object({
        wrong: z.boolean(),
        waitSeconds: z.number(),
        refused: z.enum(['left', 'notRecorded']).nullable(),
      })
      .nullable(),
  }),
])
export type StaffView = z.infer<typeof staffViewSchema>

/** What « about » says: which Estran, on which runtime, how a visitor is held. */
export const aboutSchema = z.object({
  version: z.string(),
  runtime: z.enum(['official', 'test']),
  /** A package made with the test runtime: no post for the public. */
  isTestBuild: z.boolean(),
  electron: z.string(),
  chromium: z.string(),
  isolation: z.enum(['bubblewrap', 'folders']),
  sessionRoot: z.enum(['memory', 'disk']),
})
export type About = z.infer<typeof aboutSchema>

export const guardianViewSchema = z.object({
  structure: z.string(),
  /** The structure's colour, and its logo as a data address. */
  brand: z.object({ colour: z.string().nullable(), logo: z.string().nullable() }),
  desk: z.string(),
  /** What the structure adds to the charter. */
  rules: structureRulesSchema,
  languages: z.array(languageSchema),
  comfort: comfortSchema,
  /** Languages that can be read aloud on this post. */
  spoken: z.array(languageSchema),
  /** Nobody has touched a page before the start for a while: seconds until it makes room for the next person. */
  leavesInSeconds: z.number().nullable(),
  page: pageSchema,
  staff: staffViewSchema,
  about: aboutSchema,
})
export type GuardianView = z.infer<typeof guardianViewSchema>

export const guardianPageContract = {
  view: {
    get: { params: nothing, result: guardianViewSchema },
    /** The welcome page is on the screen. */
    painted: { params: z.literal('welcome'), result: done },
  },
  person: {
    chooseLanguage: { params: languageSchema, result: done },
    /** How the pages are read best: the person's, until the session has ended. */
    setComfort: { params: comfortSchema, result: done },
    chooseHelp: { params: helpSchema, result: done },
    acceptCharter: { params: nothing, result: done },
    declineCharter: { params: nothing, result: done },
    agree: { params: nothing, result: done },
    disagree: { params: nothing, result: done },
    /** Back to welcome, before anything has started. */
    leave: { params: nothing, result: done },
    /** « I am here », where a page before the start is about to be left. */
    stay: { params: nothing, result: done },
    /** « Yes, end my session ». */
    confirmEnd: { params: nothing, result: done },
    /** « Not yet: I keep my documents first ». */
    keepDocuments: { params: keepingSchema, result: done },
    /** « I go on »: answers whatever notice is shown. */
    goOn: { params: nothing, result: done },
    /** « I have read it », of the message that is shown. */
    readMessage: { params: nothing, result: done },
    /** « Did the rules help you? », once. */
    giveFeedback: { params: feedbackSchema, result: done },
    closeReceipt: { params: nothing, result: done },
  },
  staff: {
    open: { params: nothing, result: done },
    close: { params: nothing, result: done },
    unlock: { params: pin, result: done },
    /** « I have checked by hand », with the PIN of administration. */
    checkByHand: { params: pin, result: done },
    act: { params: staffActionSchema, result: done },
  },
  ...speechCalls,
} as const satisfies Contract
