import { policyReference } from './reference.ts'

const hidden = '(hidden)'

/** A policy, or a part of it, to be shown: whatever is secret is replaced. @param at the key of the part */
export function withoutSecrets(part: unknown, at = ''): unknown {
  const secrets = policyReference().flatMap(({ key, secret }) => (secret ? [key] : []))
  return hideIn(part, at, new Set(secrets))
}

function hideIn(part: unknown, at: string, secrets: ReadonlySet<string>): unknown {
  if (secrets.has(at)) return hidden
  if (Array.isArray(part)) return part.map((entry) => hideIn(entry, `${at}[]`, secrets))
  if (typeof part !== 'object' || part === null) return part
  const entries = Object.entries(part).map(([key, value]) => [
    key,
    hideIn(value, at === '' ? key : `${at}.${key}`, secrets),
  ])
  return Object.fromEntries(entries)
}
