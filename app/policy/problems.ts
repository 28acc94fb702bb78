import type { z } from 'zod'
import { type Policy, policySchema } from './policy.ts'

/** One thing wrong with a file, said so that an admin can mend it: key, value, cure. */
export type Problem = { key: string; value: string; cure: string }

export type PolicyReading = { ok: true; policy: Policy } | { ok: false; problems: Problem[] }

/** Reads a policy from parsed JSON. Every wrong or unknown key is a problem; nothing is guessed. */
export function readPolicy(json: unknown): PolicyReading {
  const reading = readAs(policySchema, json)
  return reading.ok ? { ok: true, policy: reading.value } : reading
}

/** Reads parsed JSON by a schema. Every wrong or unknown key is a problem. */
export function readAs<T>(
  schema: z.ZodType<T>,
  json: unknown,
): { ok: true; value: T } | { ok: false; problems: Problem[] } {
  const read = schema.safeParse(json)
  if (read.success) return { ok: true, value: read.data }
  return { ok: false, problems: read.error.issues.flatMap((issue) => problemsOf(issue, json)) }
}

/** « /etc/estran/policy.json: session.idleLimitSeconds is "5": must be a number. » */
export function sentence(file: string, problem: Problem): string {
  const key = problem.key === '' ? 'the whole file' : problem.key
  return `${file}: ${key} is ${problem.value}: ${problem.cure}`
}

function problemsOf(issue: z.core.$ZodIssue, json: unknown): Problem[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      key: [...issue.path, key].join('.'),
      value: show(json, [...issue.path, key]),
      cure: 'is not a key that is known here; remove it or correct its spelling.',
    }))
  }
  return [{ key: issue.path.join('.'), value: show(json, issue.path), cure: `${cureOf(issue)}.` }]
}

function cureOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `must be ${issue.expected === 'int' ? 'a whole number' : `of type ${issue.expected}`}`
    case 'invalid_value':
      return `must be one of ${issue.values.map((value) => JSON.stringify(value)).join(', ')}`
    case 'too_small':
      return `must be ${issue.minimum} or more${unitOf(issue.origin)}`
    case 'too_big':
      return `must be ${issue.maximum} or less${unitOf(issue.origin)}`
    default:
      return issue.message
  }
}

function unitOf(origin: string): string {
  if (origin === 'string') return ' characters'
  return origin === 'array' ? ' entries' : ''
}

function valueAt(json: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (value as Record<PropertyKey, unknown> | undefined)?.[key],
    json,
  )
}

/** A PIN written where its hash belongs must reach neither log nor screen. */
function show(json: unknown, path: readonly PropertyKey[]): string {
  const value = valueAt(json, path)
  if (value === undefined) return 'missing'
  if (path.some((key) => key === 'staff' || /^pin/i.test(String(key)))) return 'kept secret'
  const text = JSON.stringify(value)
  return text.length > 60 ? `${text.slice(0, 57)}…` : text
}
