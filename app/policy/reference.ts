import { policyJsonSchema } from './policy.ts'

/**
 * One key of the policy, as an admin reads about it.
 * @property key `session.closing[].at`: `[]` stands for each entry of a list
 * @property standard the value when the key is left out, as JSON; `null` when there is none
 * @property example as JSON
 * @property section it holds further keys, which are documented one by one
 * @property shape what a form asks for
 */
export type KeyNotes = {
  key: string
  meaning: string
  type: string
  standard: string | null
  example: string | null
  section: boolean
  secret: boolean
  shape: ValueShape
}

/** What a value is, as far as a form can tell; lists and objects are JSON there. */
export type ValueShape =
  | { is: 'switch' }
  | { is: 'number'; least: number; most: number }
  | { is: 'text'; longest: number | null }
  | { is: 'choice'; values: readonly string[] }
  | { is: 'json' }

/** The parts of JSON Schema that the policy's is made of. */
type Schema = {
  type?: string
  description?: string
  default?: unknown
  examples?: unknown[]
  const?: unknown
  enum?: unknown[]
  anyOf?: Schema[]
  oneOf?: Schema[]
  properties?: Record<string, Schema>
  items?: Schema
  minimum?: number
  maximum?: number
  maxLength?: number
  maxItems?: number
  /** Secrets are marked by it. */
  writeOnly?: boolean
}

/** Every key of the policy, in the order of the schema. A key whose example shows all that it holds is not opened further. */
export function policyReference(): KeyNotes[] {
  return keysOf(policyJsonSchema() as Schema, '')
}

/** What the reference lacks: no key without its meaning, none without an example. */
export function referenceGaps(notes: readonly KeyNotes[]): string[] {
  return notes.flatMap(({ key, meaning, example, section }) => [
    ...(meaning === '' ? [`${key}: has no description in the schema.`] : []),
    ...(example === null && !section ? [`${key}: has no example in the schema.`] : []),
  ])
}

function keysOf(schema: Schema, path: string): KeyNotes[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, property]) => {
    const key = path === '' ? name : `${path}.${name}`
    const further = property.examples === undefined ? inside(property, key) : []
    return [notesOn(property, key, further.length > 0), ...further]
  })
}

function inside(schema: Schema, key: string): KeyNotes[] {
  return schema.items === undefined ? keysOf(schema, key) : keysOf(schema.items, `${key}[]`)
}

function notesOn(schema: Schema, key: string, section: boolean): KeyNotes {
  const [example] = schema.examples ?? []
  return {
    key,
    meaning: schema.description ?? '',
    type: typeIn(schema),
    standard: schema.default === undefined || schema.writeOnly ? null : JSON.stringify(schema.default),
    example: example === undefined ? null : JSON.stringify(example),
    section,
    secret: schema.writeOnly ?? false,
    shape: shapeOf(schema),
  }
}

function shapeOf(schema: Schema): ValueShape {
  const { type, minimum = 0, maximum = Number.MAX_SAFE_INTEGER, maxLength = null } = schema
  if (schema.enum !== undefined) return { is: 'choice', values: schema.enum.map(String) }
  if (type === 'boolean') return { is: 'switch' }
  if (type === 'integer') return { is: 'number', least: minimum, most: maximum }
  if (type === 'string') return { is: 'text', longest: maxLength }
  return { is: 'json' }
}

function typeIn(schema: Schema): string {
  const values = schema.enum ?? (schema.const === undefined ? undefined : [schema.const])
  if (values !== undefined) return values.map((value) => JSON.stringify(value)).join(', ')
  const choices = schema.anyOf ?? schema.oneOf
  if (choices !== undefined) return [...new Set(choices.map(typeIn))].join(' or ')
  switch (schema.type) {
    case 'integer':
      return `whole number, ${schema.minimum} to ${schema.maximum}`
    case 'boolean':
      return 'true or false'
    case 'string':
      return schema.maxLength === undefined ? 'text' : `text, ${schema.maxLength} characters at most`
    case 'array': {
      const most = schema.maxItems === undefined ? '' : `, ${schema.maxItems} at most`
      return `list of ${typeIn(schema.items ?? {})}${most}`
    }
    default:
      return 'object'
  }
}
