import { z } from 'zod'
import { recogniser, valuesOf } from './vocabulary.ts'

/** What a cell says, and what is wrong with it (`cure`), if anything. A wrong cell still yields what can be kept. */
export type Cell<T> = { value: T; cure?: string }

/** Text of a cell; `null` when it is empty or missing. */
export type Text = string | null

const isoDay = z.iso.date()

export function filled(text: Text): Cell<string> {
  return text === null ? { value: '', cure: 'must be filled in' } : { value: text }
}

export function anything(text: Text): Cell<string | null> {
  return { value: text }
}

export function several(text: Text): Cell<string[]> {
  return { value: text === null ? [] : valuesOf(text) }
}

export function postalCode(text: Text): Cell<string> {
  return text !== null && /^\d{5}$/.test(text) ? { value: text } : { value: '', cure: 'must be five digits' }
}

export function day(text: Text): Cell<string | null> {
  const value = text?.slice(0, 10) ?? null
  return isoDay.safeParse(value).success
    ? { value }
    : { value: null, cure: 'must be a day such as 2026-03-31' }
}

/** Degrees between `-limit` and `limit`; a decimal comma passes. */
export function degrees(limit: number): (text: Text) => Cell<number | null> {
  return (text) => {
    if (text === null) return { value: null }
    const value = Number(text.replace(',', '.'))
    return Math.abs(value) <= limit
      ? { value }
      : { value: null, cure: `must be degrees between -${limit} and ${limit}, such as 46.16` }
  }
}

/** The first of one or several web addresses. It is printed and may be opened: only http and https pass. */
export function webAddress(text: Text): Cell<string | null> {
  const value = text === null ? null : (valuesOf(text)[0] ?? null)
  return value === null || /^https?:\/\/\S+$/i.test(value)
    ? { value }
    : { value: null, cure: 'must be an address that begins with https://' }
}

/** Values of a closed vocabulary, by our names. Those it does not know are left out, and told. */
export function terms<Term extends string>(
  vocabulary: Record<Term, readonly string[]>,
): (text: Text) => Cell<Term[]> {
  const termOf = recogniser(vocabulary)
  return (text) => {
    const values = text === null ? [] : valuesOf(text)
    const known = values.map(termOf)
    const value = [...new Set(known.filter((term) => term !== undefined))]
    const unknown = values.filter((_, index) => known[index] === undefined)
    if (unknown.length === 0) return { value }
    const said = unknown.map((one) => `"${one}"`).join(', ')
    return { value, cure: `holds ${said}, not in the schema; several values are parted with | or ;` }
  }
}
