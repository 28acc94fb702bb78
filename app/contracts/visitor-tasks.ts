/** What a person does in place of looking at a page: choosing documents for a site, using a USB stick, printing. */
import { z } from 'zod'
import { printProgressSchema, printWishSchema } from '../printing/print-job.ts'
import { stickEntrySchema, stickSchema, stickTroubleSchema } from '../sticks/stick.ts'
import type { Contract } from './contract.ts'

const nothing = z.undefined()
const done = z.void()
const id = z.string().max(64)

/** A site asks for documents. */
const choiceSchema = z.object({
  is: z.literal('choice'),
  host: z.string(),
  several: z.boolean(),
  /** The site wants a folder: it gets one that holds what was chosen. */
  folder: z.boolean(),
  chosen: z.array(id),
  /** Documents of a kind that the site does not ask for. They may be chosen all the same. */
  unexpected: z.array(id),
})

/** A USB stick is used: to take a document from it, or to put one on it. */
const stickTaskSchema = z.object({
  is: z.literal('stick'),
  /** Name of the document that is copied to a stick; `null` while one is looked for on it. */
  document: z.string().nullable(),
  sticks: z.array(stickSchema),
  /** The stick that is open, and the way into it. */
  stick: stickSchema.nullable(),
  path: z.array(z.string()),
  entries: z.array(stickEntrySchema),
  /** Percent of a copy under way. */
  percent: z.number().nullable(),
  /** The document is on the stick, every byte of it. */
  copied: z.boolean(),
  trouble: stickTroubleSchema.nullable(),
  /** The stick may be pulled out. */
  released: z.boolean(),
})

/** A page or a document goes to the printer. */
const printTaskSchema = z.object({
  is: z.literal('print'),
  title: z.string(),
  /** `preparing` until it is known what there is to print. */
  state: z.enum(['preparing', 'ready', 'failed']),
  /** Pages of the document; `null` when they cannot be counted. */
  pages: z.number().nullable(),
  /** Pages this session may still print. */
  pagesLeft: z.number(),
  job: printProgressSchema.nullable(),
})

export const taskSchema = z.discriminatedUnion('is', [choiceSchema, stickTaskSchema, printTaskSchema])
export type Task = z.infer<typeof taskSchema>
export type ChoiceTask = z.infer<typeof choiceSchema>
export type StickTask = z.infer<typeof stickTaskSchema>
export type PrintTask = z.infer<typeof printTaskSchema>

export const taskCalls = {
  choice: {
    /** Chooses a document, or not any more. */
    toggle: { params: id, result: done },
    give: { params: nothing, result: done },
    cancel: { params: nothing, result: done },
  },
  stick: {
    /** Looks for a document on a stick. */
    browse: { params: nothing, result: done },
    /** Puts a document of the shelf on a stick. */
    copy: { params: id, result: done },
    choose: { params: id, result: done },
    /** Opens a folder, or takes a file, of the folder that is shown. */
    enter: { params: z.string().max(255), result: done },
    up: { params: nothing, result: done },
    stop: { params: nothing, result: done },
    release: { params: nothing, result: done },
    leave: { params: nothing, result: done },
  },
  print: {
    page: { params: nothing, result: done },
    document: { params: id, result: done },
    start: { params: printWishSchema, result: done },
    /** Takes the job back. */
    cancel: { params: nothing, result: done },
    leave: { params: nothing, result: done },
  },
} as const satisfies Contract
