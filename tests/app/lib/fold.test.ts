import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fold } from '../../../app/lib/fold.ts'

test('compares what people type with what is written', () => {
  expect(fold('  L’Île-d’Œuvre\u00a0 ÇA ')).toBe("l'ile-d'oeuvre ca")
  expect(fold('e\u0301')).toBe(fold('é'))
  expect(fold('أحمد')).toBe(fold('احمد'))
})

test('folds once and for all', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(fold(fold(text))).toBe(fold(text))
    }),
  )
})
