import type { WebContents } from 'electron'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { VisitorView } from '../../../app/contracts/visitor-page.ts'
import { pushing } from '../../../main/visitor/shell-view.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** A bar that notes the seconds left of each view it was sent. */
function bar() {
  const received: number[] = []
  const contents = {
    isDestroyed: () => false,
    send: (_channel: string, view: VisitorView) => received.push(view.secondsLeft),
  }
  let secondsLeft = 0
  const push = pushing(contents as unknown as WebContents, () => ({ secondsLeft }) as VisitorView)
  const change = (seconds: number) => {
    secondsLeft = seconds
    push()
  }
  return { received, change }
}

test('what changes is on the bar at once', () => {
  const { received, change } = bar()
  change(60)
  expect(received).toEqual([60])
})

test('a page that changes without end does not flood the bar, and its last state is shown', () => {
  const { received, change } = bar()
  for (let seconds = 1000; seconds > 0; seconds--) change(seconds)
  expect(received).toEqual([1000])
  vi.advanceTimersByTime(60)
  expect(received).toEqual([1000, 1])
})

test('nothing is sent while nothing changes', () => {
  const { received, change } = bar()
  change(60)
  vi.advanceTimersByTime(10_000)
  expect(received).toEqual([60])
})
