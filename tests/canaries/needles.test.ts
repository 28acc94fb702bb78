import { expect, test } from 'vitest'
import { needles } from './needles.ts'
import { Hits, searchBytes, searchStream } from './search.ts'
import { artefact, newToken } from './token.ts'

const token = newToken()
const canary = artefact(token, 'cookie-session')

function found(bytes: Buffer): string[] {
  const hits = new Hits()
  searchBytes(bytes, needles(token), 'here', hits)
  return hits.all.map((hit) => `${hit.artefact}, ${hit.encoding}`)
}

const escaped = canary.replaceAll(/./g, (character) => `%${character.charCodeAt(0).toString(16)}`)
test.each([
  ['text', Buffer.from(`id=${canary}more; path=/`)],
  ['text in UTF-16LE', Buffer.from(`é${canary}é`, 'utf16le')],
  ['percent-encoded', Buffer.from(`q=${escaped}&`)],
  ['percent-encoded', Buffer.from(`q=${escaped.toUpperCase()}%20`)],
  ['percent-encoded in UTF-16LE', Buffer.from(escaped, 'utf16le')],
  ['base64', Buffer.from(Buffer.from(`${canary}`).toString('base64'))],
  ['base64', Buffer.from(Buffer.from(`.${canary}!`).toString('base64'))],
  ['base64', Buffer.from(Buffer.from(`..${canary}??`).toString('base64'))],
  ['base64', Buffer.from(Buffer.from(`ÿþ${canary}ÿþ`).toString('base64url'))],
  ['base64 in UTF-16LE', Buffer.from(Buffer.from(canary).toString('base64'), 'utf16le')],
])('%s is found and named', (encoding, bytes) => {
  expect(found(bytes)).toEqual([`cookie-session, ${encoding}`])
})

test('a canary whose suffix is gone is found without its name', () => {
  expect(found(Buffer.from(`${token} overwritten`))).toEqual(['unnamed, text'])
})

test("another run's canary is not found", () => {
  expect(found(Buffer.from(artefact(newToken(), 'cookie-session')))).toEqual([])
})

test('a token survives cookies, forms, file names and URLs, and so does its artefact', () => {
  expect(canary).toMatch(/^[a-z0-9]+$/)
  expect(() => artefact(token, 'Cookie session')).toThrow('letters a-z and single hyphens')
})

test('a canary cut by any border between two windows is found once and named', () => {
  const window = 4 * 1024 * 1024
  for (const start of [window - 20, window - 30, window - 1, window - 350, window - 700, window]) {
    const stream = Buffer.concat([Buffer.alloc(start), Buffer.from(canary), Buffer.alloc(1000)])
    const hits = new Hits()
    let at = 0
    const read = searchStream(
      (space) => {
        const count = stream.copy(space, 0, at, Math.min(stream.length, at + 100_003))
        at += count
        return count
      },
      needles(token),
      'stream',
      hits,
    )
    expect(hits.all).toEqual([{ artefact: 'cookie-session', encoding: 'text', where: 'stream' }])
    expect(read).toBe(stream.length)
  }
})
