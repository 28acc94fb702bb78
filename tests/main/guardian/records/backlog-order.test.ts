import { expect, test } from 'vitest'
import { keepBacklog } from '../../../../main/guardian/records/backlog.ts'

test('writes that come together are done one after the other, each once', async () => {
  const done: string[] = []
  const backlog = keepBacklog('tally.json', { within: (write) => write() })
  const slow = (name: string) => async () => {
    done.push(`${name} begins`)
    await new Promise((resolve) => setImmediate(resolve))
    done.push(`${name} ends`)
  }
  await Promise.all([backlog.add(slow('late page')), backlog.add(slow('session'))])
  expect(done).toEqual(['late page begins', 'late page ends', 'session begins', 'session ends'])
})
