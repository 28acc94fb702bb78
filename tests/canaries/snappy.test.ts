import { expect, test } from 'vitest'
import { decodeSnappy } from './snappy.ts'

const bytes = (...parts: (string | number)[]) =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from([part]))))

test.each([
  ['a literal', bytes(3, 2 << 2, 'abc'), 'abc'],
  ['a copy with an 11-bit offset', bytes(19, 7 << 2, 'abcdefgh', 1 | (7 << 2), 8), 'abcdefghabcdefghabc'],
  ['a copy with a 16-bit offset', bytes(6, 2 << 2, 'abc', 2 | (2 << 2), 3, 0), 'abcabc'],
  ['a copy with a 32-bit offset', bytes(6, 2 << 2, 'abc', 3 | (2 << 2), 3, 0, 0, 0), 'abcabc'],
  ['a copy of what it writes itself', bytes(7, 0, 'a', 1 | (2 << 2), 1), 'aaaaaaa'],
])('%s is decoded', (_, block, text) => {
  expect(decodeSnappy(block)?.toString()).toBe(text)
})

test('an 11-bit offset beyond 255 takes its high bits from the tag', () => {
  const text = Array.from({ length: 300 }, (_, index) => String.fromCharCode(97 + (index % 26))).join('')
  const block = bytes(0xb0, 0x02, 61 << 2, 43, 1, text, 1 | (1 << 5), 44)
  expect(decodeSnappy(block)?.toString()).toBe(text + text.slice(0, 4))
})

test.each([
  ['cut off', bytes(9, 8 << 2, 'abc')],
  ['a copy from before the beginning', bytes(7, 2 << 2, 'abc', 2 | (3 << 2), 9, 0)],
  ['a promise it cannot keep', bytes(0xff, 0xff, 0xff, 0x7f, 0, 'a')],
  ['empty', bytes()],
])('what is %s is no Snappy', (_, block) => {
  expect(decodeSnappy(block)).toBeNull()
})
