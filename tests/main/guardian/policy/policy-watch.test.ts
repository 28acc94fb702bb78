import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { fragmentsFolder } from '../../../../main/guardian/policy/fragment-files.ts'
import { watchPolicy } from '../../../../main/guardian/policy/policy-watch.ts'
import { readPolicyFile } from '../../../../main/guardian/policy-file.ts'
import { fakeScheduler } from '../../../doubles/scheduler.ts'
import { temporaryFolder } from '../../../doubles/temporary-folder.ts'

async function watched(started: string) {
  const file = join(await temporaryFolder(), 'policy.json')
  await writeFile(file, started)
  const scheduler = fakeScheduler()
  const read = vi.fn(() => readPolicyFile(file))
  const watch = watchPolicy(file, await readPolicyFile(file), read, scheduler, () => {})
  /** Lets time pass until what is written now has been looked at. */
  const looked = async () => {
    const reads = read.mock.calls.length
    await vi.waitFor(async () => {
      await scheduler.advance(10)
      expect(read.mock.calls.length).toBeGreaterThan(reads)
    })
    await Promise.all(read.mock.results.map(({ value }) => value))
    await scheduler.advance(10)
  }
  return { file, watch, looked, read, scheduler }
}

const named = (structure: string) => JSON.stringify({ post: { structure } })

test('a policy that was changed waits for its turn', async () => {
  const { file, watch, looked } = await watched(named('before'))
  expect(watch.hasNext()).toBe(false)
  await writeFile(file, named('after'))
  await looked()
  expect(watch.hasNext()).toBe(true)
  expect(watch.troubles()).toEqual([])
  await writeFile(file, `${named('before')}\n`)
  await looked()
  expect(watch.hasNext(), 'changed back').toBe(false)
})

test('a fragment that is added or taken away is a change', async () => {
  const { file, watch, looked } = await watched(named('before'))
  await mkdir(fragmentsFolder(file))
  await writeFile(join(fragmentsFolder(file), 'a.json'), named('after'))
  await looked()
  expect(watch.hasNext()).toBe(true)
  await rm(fragmentsFolder(file), { recursive: true })
  await looked()
  expect(watch.hasNext()).toBe(false)
})

test('a broken one is told and never taken up, until it is mended', async () => {
  const { file, watch, looked } = await watched(named('before'))
  await writeFile(file, '{"post": {"structure": ""}}')
  await looked()
  expect(watch.hasNext()).toBe(false)
  expect(watch.troubles()).toEqual([`${file}: post.structure is "": must be 1 or more characters.`])
  await writeFile(file, named('after'))
  await looked()
  expect(watch.hasNext()).toBe(true)
  expect(watch.troubles()).toEqual([])
})

test('a post that started with a broken one takes up the mended one', async () => {
  const { file, watch, looked } = await watched('{')
  expect(watch.hasNext()).toBe(false)
  expect(watch.troubles(), 'told already').toEqual([])
  await writeFile(file, named('mended'))
  await looked()
  expect(watch.hasNext()).toBe(true)
})

test('files nobody touched are not read again', async () => {
  const { looked, read, scheduler } = await watched(named('before'))
  await looked()
  const reads = read.mock.calls.length
  for (let turn = 0; turn < 5; turn++) await scheduler.advance(10)
  expect(read.mock.calls.length).toBe(reads)
})
