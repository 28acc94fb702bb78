/** One file of a policy: the policy file itself, or a fragment beside it, as parsed JSON. */
export type Fragment = { file: string; json: unknown }

type JsonObject = Record<string, unknown>

/** One policy of several files: the later wins, key by key. Arrays are values like any other: replaced, never joined. */
export function mergeFragments(fragments: readonly Fragment[]): unknown {
  return fragments.map(({ json }) => json).reduce(merge)
}

/**
 * The file a key was last said in; where no file says it, the one that last said what should hold it.
 * @param key as problems name it: « session.closing.0.at »
 */
export function fileOf(fragments: readonly Fragment[], key: string): string {
  const holders = afterLastReplacement(fragments)
  // Whole first: an unknown key may have dots of its own.
  const cut = holders.some(({ json }) => holds(json, key)) ? key.length : key.indexOf('.')
  const first = cut === -1 ? key : key.slice(0, cut)
  const further = holders.flatMap(({ file, json }) =>
    holds(json, first) ? [{ file, json: json[first] }] : [],
  )
  if (further.length === 0) return holders.at(-1)?.file ?? ''
  return first === key ? (further.at(-1)?.file ?? '') : fileOf(further, key.slice(first.length + 1))
}

function merge(earlier: unknown, later: unknown): unknown {
  if (!isMergeable(earlier) || !isMergeable(later)) return later
  const added = Object.entries(later).map(([key, value]) => [
    key,
    Object.hasOwn(earlier, key) ? merge(earlier[key], value) : value,
  ])
  // Not by assignment, which would follow a key called __proto__ instead of keeping it to be refused.
  return Object.fromEntries([...Object.entries(earlier), ...added])
}

/** What stood before a value that is not merged plays no part any more. */
function afterLastReplacement(fragments: readonly Fragment[]): readonly Fragment[] {
  const last = fragments.findLastIndex(({ json }) => !isMergeable(json))
  if (last === -1) return fragments
  return last === fragments.length - 1 ? fragments.slice(last) : fragments.slice(last + 1)
}

function isMergeable(json: unknown): json is JsonObject {
  return typeof json === 'object' && json !== null && !Array.isArray(json)
}

function holds(json: unknown, key: string): json is JsonObject {
  return typeof json === 'object' && json !== null && Object.hasOwn(json, key)
}
