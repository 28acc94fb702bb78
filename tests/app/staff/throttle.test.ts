import { describe, expect, test } from 'vitest'
import { afterWrong, noAttempts, waitSeconds } from '../../../app/staff/throttle.ts'

function wrongTimes(times: number, at: number) {
  let attempts = noAttempts
  for (let n = 0; n < times; n++) attempts = afterWrong(attempts, at)
  return attempts
}

describe('wrong PINs', () => {
  test('cost nothing twice, then 30 s, doubling to a quarter of an hour', () => {
    const waits = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 100].map((wrong) => waitSeconds(wrongTimes(wrong, 50), 50))
    expect(waits).toEqual([0, 0, 0, 30, 60, 120, 240, 480, 900, 900, 900])
  })

  test('are waited for to the end, and no longer', () => {
    const attempts = wrongTimes(3, 50)
    expect(waitSeconds(attempts, 79.5)).toBe(1)
    expect(waitSeconds(attempts, 80)).toBe(0)
    expect(waitSeconds(attempts, 5000)).toBe(0)
  })
})
