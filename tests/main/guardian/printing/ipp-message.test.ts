import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeAnswer, encodeRequest, operations } from '../../../../main/guardian/printing/ipp-message.ts'

/** What a server answers about two jobs, written out by hand after RFC 8010. */
const answer = Buffer.concat([
  Buffer.of(2, 0, 0, 0, 0, 0, 0, 1),
  Buffer.from('\x01\x47\x00\x12attributes-charset\x00\x05utf-8', 'latin1'),
  Buffer.from(
    '\x02\x21\x00\x06job-id\x00\x04\x00\x00\x00\x07\x44\x00\x01x\x00\x03one\x44\x00\x00\x00\x03two',
    'latin1',
  ),
  Buffer.from('\x02\x21\x00\x06job-id\x00\x04\x00\x00\x01\x00\x03', 'latin1'),
])

test('an answer tells its status, and what each job has', () => {
  expect(decodeAnswer(answer)).toEqual({
    status: 0,
    things: [{ 'job-id': [7], x: ['one', 'two'] }, { 'job-id': [256] }],
  })
})

test('an answer cut off anywhere is an error, never fewer jobs', () => {
  fc.assert(
    fc.property(fc.nat({ max: answer.length - 1 }), (length) => {
      expect(() => decodeAnswer(answer.subarray(0, length))).toThrow(RangeError)
    }),
  )
})

test('a request names an attribute once, whatever the number of its values', () => {
  const request = encodeRequest(operations.getJobs, [
    ['keyword', 'wanted', 'one'],
    ['keyword', 'wanted', 'two'],
    ['boolean', 'my-jobs', true],
  ])
  expect(request.subarray(0, 9)).toEqual(Buffer.of(2, 0, 0, 0x0a, 0, 0, 0, 1, 1))
  const end = '\x44\x00\x06wanted\x00\x03one\x44\x00\x00\x00\x03two\x22\x00\x07my-jobs\x00\x01\x01\x03'
  expect(request.toString('latin1').endsWith(end)).toBe(true)
})

test('what is asked of a new job follows in a group of its own, and then the document', () => {
  const request = encodeRequest(
    operations.printJob,
    [],
    [
      ['integer', 'copies', 2],
      ['range', 'page-ranges', [1, 3]],
      ['range', 'page-ranges', [5, 5]],
    ],
    Buffer.from('%PDF'),
  )
  const end =
    '\x02\x21\x00\x06copies\x00\x04\x00\x00\x00\x02' +
    '\x33\x00\x0bpage-ranges\x00\x08\x00\x00\x00\x01\x00\x00\x00\x03' +
    '\x33\x00\x00\x00\x08\x00\x00\x00\x05\x00\x00\x00\x05\x03%PDF'
  expect(request.toString('latin1').endsWith(end)).toBe(true)
})
