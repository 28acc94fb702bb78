/** Pages of ours that help a person beside the téléservices. What is typed in one is gone when it is left. */
import { z } from 'zod'
import { workshopSchema } from '../agenda/workshop.ts'
import { placeSchema } from '../orientation/place.ts'
import { sessionNoteSchema } from '../tally/note.ts'
import type { Contract } from './contract.ts'

export const aids = ['orientation', 'autonomy', 'memoryAid', 'agenda', 'mandate'] as const
export const aidSchema = z.enum(aids)
export type Aid = z.infer<typeof aidSchema>

export const placesSchema = z.array(placeSchema)

/** Workshops to come, and the day on which the agenda was read (ISO); `null` when it never could be. */
export const agendaSchema = z.object({ workshops: z.array(workshopSchema), asOf: z.iso.date().nullable() })
export type Agenda = z.infer<typeof agendaSchema>

const nothing = z.undefined()
const done = z.void()

export const aidCalls = {
  aid: {
    show: { params: aidSchema, result: done },
    places: { params: nothing, result: placesSchema },
    agenda: { params: nothing, result: agendaSchema },
    /** Prints what the page has on paper, under this title. */
    print: { params: z.string().min(1).max(120), result: done },
    note: { params: sessionNoteSchema, result: done },
  },
} as const satisfies Contract
