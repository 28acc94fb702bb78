import { expect, test } from 'vitest'
import { isAccepted } from '../../../app/documents/accepted.ts'

test.each([
  ['avis.pdf', '', true],
  ['avis.PDF', '.pdf', true],
  ['avis.pdf', 'image/*, application/pdf', true],
  ['photo.jpeg', 'image/*', true],
  ['photo.png', '.pdf,.doc', false],
  ['lettre', 'image/*', false],
  ['lettre.odt', 'application/pdf', false],
])('%s for a field that takes « %s »: %s', (name, accept, expected) => {
  expect(isAccepted(name, accept)).toBe(expected)
})
