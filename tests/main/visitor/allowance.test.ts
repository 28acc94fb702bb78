import { EventEmitter } from 'node:events'
import type { WebContents } from 'electron'
import { expect, test } from 'vitest'
import { Allowance } from '../../../main/visitor/allowance.ts'

test('a page may do so much of its own accord, and again once the person acts in it', () => {
  const page = new EventEmitter()
  let told = 0
  const allowance = new Allowance(page as WebContents, 2, () => {
    told += 1
  })
  const taken = (times: number) => Array.from({ length: times }, () => allowance.take())

  expect(taken(4)).toEqual([true, true, false, false])
  expect(told, 'told once').toBe(1)
  page.emit('input-event', {}, { type: 'mouseMove' })
  expect(taken(1), 'a pointer that moves is no act').toEqual([false])
  page.emit('input-event', {}, { type: 'mouseDown' })
  expect(taken(3)).toEqual([true, true, false])
  expect(told).toBe(2)
  page.emit('before-input-event', {}, { type: 'keyDown', key: 'a' })
  expect(taken(1), 'a key in a frame of another site').toEqual([true])
})
