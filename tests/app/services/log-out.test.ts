import { expect, test } from 'vitest'
import { closingOrder, completeReports } from '../../../app/services/log-out.ts'

const visited = [
  { id: 'caf', name: 'Caf' },
  { id: 'impots', name: 'Impôts' },
]

test('each téléservice visited is reported once, under its own name, even if nothing was said of it', () => {
  expect(completeReports(visited, [{ service: 'impots', outcome: 'attempted' }])).toEqual([
    { service: 'caf', name: 'Caf', outcome: 'unavailable' },
    { service: 'impots', name: 'Impôts', outcome: 'attempted' },
  ])
})

test('what was not visited is not reported', () => {
  expect(completeReports([], [{ service: 'caf', outcome: 'confirmed' }])).toEqual([])
})

test('téléservices are closed before what people signed in by', () => {
  const [caf, franceConnect, impots] = [
    { id: 'caf', category: 'family' as const },
    { id: 'franceconnect', category: 'identity' as const },
    { id: 'impots', category: 'tax' as const },
  ]
  expect(closingOrder([franceConnect, caf, impots])).toEqual({ first: [caf, impots], last: [franceConnect] })
})
