import { type Fragment, fileOf } from './fragments.ts'
import type { Policy } from './policy.ts'
import { policyReference } from './reference.ts'
import { withoutSecrets } from './secrets.ts'

/**
 * What a key of the policy means, line by line, and what it is on this post.
 * @param here the policy in force and its files; `null` when it cannot be read
 * @returns `null` when there is no such key
 */
export function explainKey(
  key: string,
  here: { policy: Policy; fragments: readonly Fragment[] } | null,
): string[] | null {
  const notes = policyReference()
  const note = notes.find((candidate) => candidate.key === key)
  if (note === undefined) return null
  const further = notes.filter((candidate) => isDirectlyIn(candidate.key, key))
  return [
    key,
    `  ${note.meaning}`,
    `  Type: ${note.type}`,
    ...(note.standard === null ? [] : [`  Default: ${note.standard}`]),
    ...(note.example === null ? [] : [`  Example: ${note.example}`]),
    ...(here === null || key.includes('[]') ? [] : [hereLine(key, here)]),
    ...further.map((each) => `  ${each.key}: ${each.meaning}`),
  ]
}

function hereLine(
  key: string,
  { policy, fragments }: { policy: Policy; fragments: readonly Fragment[] },
): string {
  const value = JSON.stringify(withoutSecrets(valueAt(policy, key), key))
  const said = fragments.some(({ json }) => valueAt(json, key) !== undefined)
  return `  Here: ${value ?? 'left out'} (${said ? fileOf(fragments, key) : 'said in no file'})`
}

function valueAt(json: unknown, key: string): unknown {
  return key
    .split('.')
    .reduce<unknown>((value, part) => (value as Record<string, unknown> | undefined)?.[part], json)
}

function isDirectlyIn(key: string, section: string): boolean {
  const rest = key.startsWith(section) ? key.slice(section.length) : ''
  return /^(\[\])?\.[^.[]+$/.test(rest)
}
