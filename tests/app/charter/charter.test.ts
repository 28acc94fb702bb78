import { describe, expect, test } from 'vitest'
import { type Charter, charterSchema, rulesFor, sourceOf } from '../../../app/charter/charter.ts'
import { helpKinds } from '../../../app/session/visit.ts'

const rule = (id: string, audience: 'person' | 'helper', code: string) => ({
  id,
  audience,
  sources: [code],
})
const source = (title: string) => ({ title, publisher: 'Réseau', year: '2026' })
const charter: Charter = charterSchema.parse({
  version: '2026-1',
  sources: { L: source('Charte L'), 'CNIL 2019': source('Conseils'), RGAA: source('RGAA') },
  rules: [rule('for-all', 'person', 'L5'), rule('gold', 'helper', 'CNIL 2019')],
})

describe('the charter', () => {
  test('shows the helper’s golden rules only when somebody helps', () => {
    for (const help of helpKinds) {
      const shown = rulesFor(charter, help)
      expect(shown.person.map(({ id }) => id)).toEqual(['for-all'])
      expect(shown.helper.map(({ id }) => id)).toEqual(help === 'alone' ? [] : ['gold'])
    }
  })

  test('names the source behind a code, numbered or not', () => {
    expect(sourceOf(charter, 'L5')?.title).toBe('Charte L')
    expect(sourceOf(charter, 'RGAA 13')?.title).toBe('RGAA')
    expect(sourceOf(charter, 'CNIL 2019')?.title).toBe('Conseils')
    expect(sourceOf(charter, 'CNIL 2031')).toBeUndefined()
    expect(sourceOf(charter, 'Z1')).toBeUndefined()
  })
})
