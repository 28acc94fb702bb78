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

test('an answer tells its status and the numbers of each job', () => {
  expect(decodeAnswer(answer)).toEqual({ status: 0, jobs: [{ 'job-id': 7 }, { 'job-id': 256 }] })
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
