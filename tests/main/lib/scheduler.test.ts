import { describe, expect, test } from 'vitest'
import { systemScheduler, within } from '../../../main/lib/scheduler.ts'
import { fakeScheduler } from '../../doubles/scheduler.ts'

describe('work that is given a time', () => {
  test('gives its value when it is done in time', async () => {
    expect(await within(fakeScheduler(), 5, Promise.resolve('done'))).toEqual({ inTime: true, value: 'done' })
  })

  test('is not waited for any longer, and may fail later unheard', async () => {
    const scheduler = fakeScheduler()
    let fail = (_error: Error) => {}
    const work = new Promise<never>((_resolve, reject) => {
      fail = reject
    })
    const waited = within(scheduler, 5, work)
    await scheduler.advance(5)
    expect(await waited).toEqual({ inTime: false })
    fail(new Error('late'))
    await scheduler.advance(1)
  })

  test('that fails in time fails', async () => {
    await expect(within(fakeScheduler(), 5, Promise.reject(new Error('soon')))).rejects.toThrow('soon')
  })
})

test('the system’s timers can be taken back', async () => {
  const ran: string[] = []
  const start = systemScheduler.now()
  const cancels = [
    systemScheduler.after(0.01, () => ran.push('after')),
    systemScheduler.every(0.01, () => ran.push('every')),
  ]
  for (const cancel of cancels) cancel()
  await new Promise<void>((resolve) => systemScheduler.after(0.05, resolve))
  expect(ran).toEqual([])
  expect(systemScheduler.now() - start).toBeGreaterThan(0.04)
})
