import { z } from 'zod'
import { hostPatternSchema } from './host.ts'
import { evidenceSchema, statusSchema } from './proof.ts'

/** Hosts that are no téléservice, yet whose pages stand in frames of some: « I am not a robot » and the like. */
export const frameHostSchema = z.strictObject({
  hosts: z.array(hostPatternSchema).min(1),
  purpose: z.string().min(1),
  evidence: evidenceSchema,
  status: statusSchema,
})
