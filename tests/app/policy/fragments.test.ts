import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { duplicateKeys } from '../../../app/policy/duplicate-keys.ts'
import { fileOf, mergeFragments } from '../../../app/policy/fragments.ts'

const of = (...jsons: unknown[]) => jsons.map((json, index) => ({ file: `${index}.json`, json }))

describe('fragments', () => {
  test('are merged key by key, the later winning', () => {
    expect(mergeFragments(of({ a: { b: 1, c: [1, 2] } }, { a: { c: [3] }, d: 4 }))).toEqual({
      a: { b: 1, c: [3] },
      d: 4,
    })
  })

  test('that say the same twice say it once', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (json) => {
        expect(JSON.stringify(mergeFragments(of(json, json)))).toBe(JSON.stringify(json))
      }),
    )
  })

  test.each([
    ['a.b', of({ a: { b: 1 } }, { a: { c: 1 } }), '0.json'],
    ['a.b', of({ a: { b: 1 } }, { a: { b: 2 } }), '1.json'],
    ['a.b', of({ a: 1 }, { a: { b: 2 } }, { c: 1 }), '1.json'],
    ['list.0.name', of({ list: [{ name: 1 }] }, { list: [{}] }), '1.json'],
    ['a.missing', of({ a: {} }, { b: {} }), '0.json'],
    ['a.b', of({ 'a.b': 1 }, { a: {} }), '0.json'],
    ['', of({}, []), '1.json'],
  ])('tell who said %s', (key, fragments, file) => {
    expect(fileOf(fragments, key)).toBe(file)
  })
})

describe('keys said twice', () => {
  test.each([
    ['{"a": 1, "b": {"a": 1}}', []],
    ['{"a": 1, "a": 2, "a": 3}', ['a']],
    ['{"a": {"b": 1, "b": 2}}', ['a.b']],
    ['{"a": [{"b": 1}, {"b": 2}]}', []],
    ['{"a": [{"b": 1, "b": 2}]}', ['a.b']],
    ['{"a": "\\"a\\": {", "b": "x"}', []],
    ['{"\\u0061": 1, "a": 2}', ['a']],
  ])('are found in %s', (text, keys) => {
    expect(duplicateKeys(text)).toEqual(keys)
  })

  test('are in nothing that was written from a value', () => {
    fc.assert(fc.property(fc.jsonValue(), (json) => duplicateKeys(JSON.stringify(json)).length === 0))
  })
})
