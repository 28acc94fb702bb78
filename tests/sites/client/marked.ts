/**
 * The canary of one kind of trace: what is found later tells its kind. Written as `tests/canaries/token.ts` reads it:
 * letters alone, 0 between words, 9 at the end.
 */
export function marked(token: string, name: string): string {
  const plain = name.normalize('NFD').replace(/\p{Mark}/gu, '')
  const words = plain.toLowerCase().split(/[^a-z]+/)
  return `${token}x${words.filter(Boolean).join('0')}9`
}
