import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readPairingCode, writePairingCode } from '../../../app/coordinator/pairing-code.ts'

const hex = (bytes: number) =>
  fc.uint8Array({ minLength: bytes, maxLength: bytes }).map((some) => Buffer.from(some).toString('hex'))
const code = fc.record({
  host: fc.oneof(fc.ipV4(), fc.domain()),
  port: fc.integer({ min: 1, max: 65_535 }),
  fingerprint: fc.option(hex(16)),
  secret: hex(10),
})

test('a code says what was put in, however it is typed', () => {
  fc.assert(
    fc.property(code, (some) => {
      fc.pre(some.host.length <= 100)
      const text = writePairingCode(some)
      expect(text).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-)*[0-9A-HJKMNP-TV-Z]{1,4}$/)
      for (const typed of [text, text.toLowerCase(), text.replaceAll('-', ' '), text.replaceAll('0', 'o')]) {
        expect(readPairingCode(typed)).toEqual(some)
      }
    }),
  )
})

test('a code of a coordinator at an address is sixty signs at most', () => {
  const text = writePairingCode({
    host: '192.168.1.20',
    port: 7443,
    fingerprint: 'ab'.repeat(16),
    secret: 'cd'.repeat(10),
  })
  expect(text.replaceAll('-', '').length).toBeLessThanOrEqual(60)
})

test('one sign mistyped, or two that changed places, is noticed', () => {
  const text = writePairingCode({
    host: 'posts.example',
    port: 7443,
    fingerprint: '0123456789abcdef0123456789abcdef',
    secret: '00112233445566778899',
  }).replaceAll('-', '')
  for (let at = 0; at < text.length; at++) {
    const other = text[at] === '7' ? 'K' : '7'
    expect(readPairingCode(text.slice(0, at) + other + text.slice(at + 1))).toBeNull()
    const swapped = text.slice(0, at) + (text[at + 1] ?? '') + text[at] + text.slice(at + 2)
    if (swapped !== text) expect(readPairingCode(swapped)).toBeNull()
  }
  for (const typed of ['', '7', 'pas un code', text.slice(4), `${text}0000`])
    expect(readPairingCode(typed)).toBeNull()
})
