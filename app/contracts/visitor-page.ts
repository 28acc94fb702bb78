/** Between a visitor and its own shell page: the session bar, the home page, the documents shelf. */
import { z } from 'zod'
import { structureRulesSchema } from '../charter/structure-rules.ts'
import { documentSchema } from '../documents/document.ts'
import { pageTroubleSchema } from '../documents/scanned-page.ts'
import { pageNoticeKindSchema } from '../services/page-notice.ts'
import { serviceSchema } from '../services/service.ts'
import { comfortSchema } from '../session/comfort.ts'
import { helpSchema, languageSchema } from '../session/visit.ts'
import type { Contract } from './contract.ts'
import { keyboardCalls } from './keyboard-calls.ts'
import { speechCalls } from './speech-calls.ts'
import { aidCalls, aidSchema, aids } from './visitor-aids.ts'
import { taskCalls, taskSchema } from './visitor-tasks.ts'

const nothing = z.undefined()
const done = z.void()
const id = z.string().max(64)

/** What a page says by `alert`, or asks by `confirm`; Electron gives pages no `prompt`. */
const pageDialogSchema = z.object({
  id: z.number(),
  kind: z.enum(['alert', 'confirm']),
  /** Who asks: the host of the frame, or a document's name. */
  host: z.string(),
  text: z.string(),
  /** It has asked often enough to be told to ask nothing more. */
  maySilence: z.boolean(),
})
export type PageDialog = z.infer<typeof pageDialogSchema>

const dialogAnswerSchema = z.object({
  tab: id,
  dialog: z.number(),
  accepted: z.boolean(),
  silence: z.boolean(),
})
export type DialogAnswer = z.infer<typeof dialogAnswerSchema>

/** A page that is open. `host` is all that is told of its address. */
const tabSchema = z.object({
  id,
  title: z.string(),
  host: z.string(),
  secure: z.boolean(),
  loading: z.boolean(),
  canGoBack: z.boolean(),
  canGoForward: z.boolean(),
  /** Percent, 100 is the page's own size. */
  zoomPercent: z.number(),
  /** What is told in place of the page. */
  trouble: z
    .enum([
      ...['unreachable', 'certificate', 'crashed', 'unresponsive'],
      ...['refused', 'denied', 'private', 'notInCatalogue'],
    ] as const)
    .nullable(),
  /** What the page was given to use, until it is left. */
  capture: z.enum(['camera', 'microphone', 'both']).nullable(),
  /** There is a page to return to from what is told. */
  canReturn: z.boolean(),
  /** What the page asks; nothing else of it is shown until it is answered. */
  dialog: pageDialogSchema.nullable(),
})
export type TabView = z.infer<typeof tabSchema>

const { name, purpose, category, icon, frequent } = serviceSchema.shape
export const tileSchema = z.object({ id, name, purpose, category, icon, frequent })
export type Tile = z.infer<typeof tileSchema>

export const visitorViewSchema = z.object({
  language: languageSchema,
  /** Languages of the post. */
  languages: z.array(languageSchema),
  comfort: comfortSchema,
  /** Languages that can be read aloud on this post. */
  spoken: z.array(languageSchema),
  /** The structure's colour. */
  colour: z.string().nullable(),
  structure: z.string(),
  help: helpSchema,
  rules: structureRulesSchema,
  tiles: z.array(tileSchema),
  /** What fills the window under the bar; a page is drawn by the browser, not by the shell. */
  showing: z.enum(['home', 'documents', 'charter', 'page', ...aids]),
  /** Pages of ours that help, as far as the post has them. */
  aids: z.array(aidSchema),
  tabs: z.array(tabSchema),
  activeTab: id.nullable(),
  /** Pages that were not opened, until the person goes on. */
  notice: z.enum(['tabsFull', 'windowsRefused']).nullable(),
  /** A word to say beside the page that is shown. */
  pageNotice: pageNoticeKindSchema.nullable(),
  documents: z.array(documentSchema),
  bytesUsed: z.number(),
  quotaBytes: z.number(),
  /** The last download refused, until the shelf was seen. */
  refusal: z.enum(['quota', 'failed', 'tooMany']).nullable(),
  /** The scanner of the post: `null` when there is none, else how far it is with a page, in percent. */
  scanner: z.object({ percent: z.number().nullable() }).nullable(),
  /** Why the last scanned page did not come, until the shelf was seen. */
  pageTrouble: pageTroubleSchema.nullable(),
  /** What stands in place of all this, until it is done or left. */
  task: taskSchema.nullable(),
  printing: z.boolean(),
  /** Whether there is an on-screen keyboard. */
  touchKeyboard: z.boolean(),
  secondsLeft: z.number(),
})
export type VisitorView = z.infer<typeof visitorViewSchema>

export const visitorPageContract = {
  view: {
    get: { params: nothing, result: visitorViewSchema },
    /** Height of the bar in CSS pixels: the pages begin below it. */
    barHeight: { params: z.number().int().min(40).max(600), result: done },
  },
  notice: {
    dismiss: { params: nothing, result: done },
    /** The word beside the page was read. */
    dismissPageNotice: { params: nothing, result: done },
  },
  home: {
    show: { params: nothing, result: done },
    openService: { params: id, result: done },
  },
  charter: { show: { params: nothing, result: done } },
  tab: {
    select: { params: id, result: done },
    close: { params: id, result: done },
    back: { params: nothing, result: done },
    forward: { params: nothing, result: done },
    reload: { params: nothing, result: done },
    zoom: { params: z.enum(['in', 'out', 'reset']), result: done },
    /** From what is told in place of a page, back to the page before. */
    leaveTrouble: { params: nothing, result: done },
    /** Shows a page again that did not respond. */
    wait: { params: nothing, result: done },
    answer: { params: dialogAnswerSchema, result: done },
  },
  documents: {
    show: { params: nothing, result: done },
    open: { params: id, result: done },
    delete: { params: id, result: done },
    scan: { params: nothing, result: done },
    cancelScan: { params: nothing, result: done },
  },
  reading: {
    chooseLanguage: { params: languageSchema, result: done },
    setComfort: { params: comfortSchema, result: done },
  },
  session: {
    askEnd: { params: nothing, result: done },
    askStaff: { params: nothing, result: done },
  },
  ...speechCalls,
  ...keyboardCalls,
  ...taskCalls,
  ...aidCalls,
} as const satisfies Contract
