import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Link, origin, readLine, seal, verify, withoutOld } from '../../../app/receipt/chain.ts'
import { entryAt } from '../../doubles/entry.ts'

const hash = (text: string) => createHash('sha256').update(text).digest('hex')

/** A log of one session a day from the first of the month, and what its head says. */
function logOf(count: number): { lines: string[]; head: Link } {
  const lines: string[] = []
  let head = origin
  for (let day = 1; day <= count; day++) {
    const { text, link } = seal(head, entryAt(`2026-11-${String(day).padStart(2, '0')}`, day), hash)
    lines.push(text)
    head = link
  }
  return { lines, head }
}

const someLine = fc
  .integer({ min: 2, max: 20 })
  .chain((count) => fc.tuple(fc.constant(count), fc.integer({ min: 1, max: count })))

describe('the chain of receipts', () => {
  test('is whole as it was written, also when the power went before its end was noted', () => {
    const { lines, head } = logOf(5)
    expect(verify(lines, head, hash)).toEqual({ is: 'whole', lines: 5 })
    expect(verify(lines, logOf(4).head, hash)).toEqual({ is: 'whole', lines: 5 })
    expect(verify([], null, hash)).toEqual({ is: 'whole', lines: 0 })
    expect(verify(logOf(1).lines, null, hash)).toEqual({ is: 'whole', lines: 1 })
  })

  test('shows which line was removed, the last one too', () => {
    fc.assert(
      fc.property(someLine, ([count, number]) => {
        const { lines, head } = logOf(count)
        expect(verify(lines.toSpliced(number - 1, 1), head, hash)).toEqual({ is: 'removed', number })
      }),
    )
  })

  test('shows which line was altered, by whatever character', () => {
    const altered = fc.tuple(someLine, fc.nat(), fc.integer({ min: 33, max: 126 }))
    fc.assert(
      fc.property(altered, ([[count, number], at, code]) => {
        const { lines, head } = logOf(count)
        const line = lines[number - 1] ?? ''
        const index = at % line.length
        const other = line.slice(0, index) + String.fromCharCode(code) + line.slice(index + 1)
        fc.pre(other !== line)
        const found = verify(lines.with(number - 1, other), head, hash)
        // A number that was made greater looks like lines removed before it.
        expect([
          { is: 'altered', number },
          { is: 'removed', number },
        ]).toContainEqual(found)
        if (!/^\{"number":\d*$/.test(line.slice(0, index))) expect(found.is).toBe('altered')
      }),
      { numRuns: 500 },
    )
  })

  test('shows lines that were exchanged, doubled or added', () => {
    const { lines, head } = logOf(4)
    const [one = '', two = '', three = '', four = ''] = lines
    expect(verify([one, three, two, four], head, hash)).toEqual({ is: 'removed', number: 2 })
    expect(verify([one, two, two, three, four], head, hash)).toEqual({ is: 'altered', number: 3 })
    const { lines: longer } = logOf(6)
    expect(verify(longer, head, hash).is).toBe('altered')
  })

  test('cannot be called whole when nobody knows where it ends', () => {
    expect(verify(logOf(3).lines, null, hash)).toEqual({ is: 'endUnknown' })
  })
})

describe('what is too old', () => {
  test('goes, and the rest can still be verified, as often as this is done', () => {
    const { lines, head } = logOf(9)
    const once = withoutOld(lines, '2026-11-04') ?? []
    expect(once).toHaveLength(7)
    expect(verify(once, head, hash)).toEqual({ is: 'whole', lines: 7 })
    const twice = withoutOld(once, '2026-11-06') ?? []
    expect(twice.map((line) => readLine(line)?.link.number)).toEqual([5, 6, 7, 8, 9])
    expect(verify(twice, head, hash).is).toBe('whole')
    expect(verify(twice.toSpliced(1, 1), head, hash)).toEqual({ is: 'removed', number: 6 })
    expect(verify(twice.toSpliced(0, 1), head, hash).is).toBe('removed')
    const all = withoutOld(twice, '2027-01-01') ?? []
    expect(all).toHaveLength(1)
    expect(verify(all, head, hash).is).toBe('whole')
  })

  test('is nothing where every line is young', () => {
    expect(withoutOld(logOf(3).lines, '2026-11-01')).toBeNull()
    expect(withoutOld([], '2026-11-01')).toBeNull()
    expect(withoutOld(withoutOld(logOf(3).lines, '2027-01-01') ?? [], '2027-01-02')).toBeNull()
  })
})
