import { z } from 'zod'

/** An answer that refuses, as application/problem+json (RFC 9457). */
export const problemSchema = z.object({
  /** `about:blank` everywhere: the status says what kind it is. */
  type: z.literal('about:blank'),
  title: z.string(),
  status: z.number().int(),
  /** What to do about it. */
  detail: z.string(),
  /** Fields that are wrong, by their path in query, parameters or body. */
  fields: z.array(z.object({ field: z.string(), message: z.string() })).optional(),
  /** Seconds to wait before another try (429, 503). */
  retryAfterSeconds: z.number().int().optional(),
})
export type Problem = z.infer<typeof problemSchema>
export type WrongField = NonNullable<Problem['fields']>[number]

const titles = {
  400: 'Wrong input',
  401: 'Not signed in',
  403: 'Not allowed',
  404: 'Not found',
  409: 'Not possible now',
  413: 'Too large',
  415: 'Not JSON',
  429: 'Too many tries',
  500: 'Something failed',
  503: 'Not ready',
} as const
export type ProblemStatus = keyof typeof titles
export const isProblemStatus = (status: number): status is ProblemStatus => Object.hasOwn(titles, status)

/** @param more wrong fields, seconds to wait */
export function problem(
  status: ProblemStatus,
  detail: string,
  more: Pick<Problem, 'fields' | 'retryAfterSeconds'> = {},
): Problem {
  return { type: 'about:blank', title: titles[status], status, detail, ...more }
}

/** What zod found wrong, field by field. The values themselves are not repeated: one may be a password. */
export function wrongFields(part: 'params' | 'query' | 'body', error: z.ZodError): WrongField[] {
  return error.issues.flatMap((issue) => {
    const at = (path: readonly PropertyKey[]) => [part, ...path].map(String).join('.')
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({ field: at([...issue.path, key]), message: 'is not a known field' }))
    }
    return [{ field: at(issue.path), message: issue.message }]
  })
}
