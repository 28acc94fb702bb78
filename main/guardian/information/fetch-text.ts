const fetchWithinSeconds = 30
const mostBytes = 2_000_000

/** @throws when the address does not answer with a text of a bearable size, in time, over https to its end */
export async function fetchText(address: string): Promise<string> {
  const answer = await fetch(address, { signal: AbortSignal.timeout(fetchWithinSeconds * 1000) })
  if (!answer.ok) throw new Error(`answer ${answer.status}`)
  if (!answer.url.startsWith('https:')) throw new Error('it leads to an address without https')
  const pieces: Uint8Array[] = []
  let bytes = 0
  for await (const piece of answer.body ?? []) {
    bytes += piece.length
    if (bytes > mostBytes) throw new Error('it is larger than 2 MB')
    pieces.push(piece)
  }
  return Buffer.concat(pieces).toString('utf8')
}
