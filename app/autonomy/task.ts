import { z } from 'zod'
import { fold } from '../lib/fold.ts'

/** What a task shows of a person, from the hands to the head. The order is that of learning. */
export const skills = ['basics', 'steps', 'safety'] as const
export type Skill = (typeof skills)[number]

const id = z.string().regex(/^[a-z][A-Za-z]*$/, { message: 'must be a name such as "formError"' })
const common = { id, skill: z.enum(skills) }

/**
 * One task of the autonomy test. Its words are in the languages' `autonomy.json`, under the same id.
 * - `press`, `list`, `attach`, `choose`: one of the options is right; they differ by what the hand does
 * - `type`: the text `expected` is to be copied
 * - `scroll`: the button at the end of a long page is to be found
 */
export const taskSchema = z.discriminatedUnion('kind', [
  z
    .strictObject({
      ...common,
      kind: z.enum(['press', 'list', 'attach', 'choose']),
      options: z.array(id).min(3),
      right: id,
    })
    .refine(({ options, right }) => options.includes(right), { path: ['right'], error: 'must be an option' }),
  z.strictObject({ ...common, kind: z.literal('type') }),
  z.strictObject({ ...common, kind: z.literal('scroll') }),
])
export type Task = z.infer<typeof taskSchema>

/** The test: `assets/autonomy/tasks.json`, in the order in which the tasks are shown. */
export const autonomySchema = z
  .strictObject({ tasks: z.array(taskSchema).min(8).max(12) })
  .refine(({ tasks }) => new Set(tasks.map((task) => task.id)).size === tasks.length, {
    path: ['tasks'],
    error: 'must each have an id of their own',
  })

/**
 * Whether a task was done. `answer` is an option's id, the text typed, anything for a button found, or `null` when
 * the person passed. Capitals, accents and the last full stop are not asked for.
 */
export function succeeded(task: Task, answer: string | null, expected: string): boolean {
  if (answer === null) return false
  switch (task.kind) {
    case 'type':
      return loose(answer) === loose(expected)
    case 'scroll':
      return true
    default:
      return answer === task.right
  }
}

function loose(text: string): string {
  return fold(text).replace(/\s*[.。]$/u, '')
}
