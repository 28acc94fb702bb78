import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { coalesce } from '../../../main/visitor/coalesce.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** A bar that notes every title it is sent. */
function bar() {
  const received: string[] = []
  let title = ''
  const push = coalesce(() => received.push(title))
  const change = (next: string) => {
    title = next
    push()
  }
  return { received, change }
}

test('what changes is on the bar at once', () => {
  const { received, change } = bar()
  change('Mon compte')
  expect(received).toEqual(['Mon compte'])
})

test('a page that changes without end does not flood the bar, and its last state is shown', () => {
  const { received, change } = bar()
  for (let count = 1; count <= 1000; count++) change(`Titre ${count}`)
  expect(received).toEqual(['Titre 1'])
  vi.advanceTimersByTime(60)
  expect(received).toEqual(['Titre 1', 'Titre 1000'])
})

test('nothing is sent while nothing changes', () => {
  const { received, change } = bar()
  change('Mon compte')
  vi.advanceTimersByTime(10_000)
  expect(received).toEqual(['Mon compte'])
})
