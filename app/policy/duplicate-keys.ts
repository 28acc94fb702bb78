/**
 * Keys that a JSON text says twice in one object, by their paths, without the numbers of arrays. `JSON.parse` keeps the
 * last and tells nobody: what an admin reads first would not be what the post follows.
 * @param text valid JSON
 */
export function duplicateKeys(text: string): string[] {
  const found: string[] = []
  const open: { keys: Set<string>; last: string }[] = []
  // In valid JSON a string followed by a colon is a key.
  for (const [token, colon] of text.matchAll(/"(?:[^"\\]|\\.)*"(\s*:)?|[{}[\]]/g)) {
    if (token === '{' || token === '[') open.push({ keys: new Set(), last: '' })
    if (token === '}' || token === ']') open.pop()
    const object = open.at(-1)
    if (colon === undefined || object === undefined) continue
    const key: string = JSON.parse(token.slice(0, -colon.length))
    object.last = key
    if (object.keys.has(key))
      found.push(
        open
          .map(({ last }) => last)
          .filter((part) => part !== '')
          .join('.'),
      )
    object.keys.add(key)
  }
  return [...new Set(found)]
}
