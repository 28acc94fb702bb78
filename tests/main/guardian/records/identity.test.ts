import { cp, mkdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { identityFile, keepIdentity, readIdentity } from '../../../../main/guardian/records/identity.ts'
import { temporaryFolder } from '../../../doubles/temporary-folder.ts'

const machineId = (number: number) => number.toString(16).padStart(32, '0')

/** Starts fifty posts whose state folders are copies of one. @param newMachines each has a machine id of its own, as systemd makes it */
async function startFifty(image: string, newMachines: boolean) {
  const folder = await temporaryFolder()
  return Promise.all(
    Array.from({ length: 50 }, async (_none, number) => {
      const state = join(folder, String(number))
      await cp(image, state, { recursive: true })
      return keepIdentity(identityFile(state), machineId(newMachines ? number + 1 : 0))
    }),
  )
}

const distinct = (posts: readonly { id: string }[]) => new Set(posts.map(({ id }) => id)).size

test('an image cloned fifty times makes fifty posts', async () => {
  const image = await temporaryFolder()
  await writeFile(join(image, 'tally.json'), '{}')
  const posts = await startFifty(image, true)
  expect(distinct(posts)).toBe(50)
  expect(posts.every(({ is }) => is === 'made')).toBe(true)
})

test('an image that held a post’s state, cloned fifty times, makes fifty posts all the same', async () => {
  const image = await temporaryFolder()
  const { id } = await keepIdentity(identityFile(image), machineId(0))
  const posts = await startFifty(image, true)
  expect(distinct([...posts, { id }])).toBe(51)
  expect(posts.every(({ is }) => is === 'replaced')).toBe(true)
})

test('control: on the very machine it was made on, a copied state is the same post', async () => {
  const image = await temporaryFolder()
  await keepIdentity(identityFile(image), machineId(0))
  expect(distinct(await startFifty(image, false))).toBe(1)
})

test('a post keeps its identity, also where the system gives none to compare it with', async () => {
  for (const id of [machineId(1), null]) {
    const file = identityFile(await temporaryFolder())
    const first = await keepIdentity(file, id)
    expect(first.is).toBe('made')
    expect(await keepIdentity(file, id)).toEqual({ id: first.id, is: 'kept' })
    expect(await readIdentity(file, id)).toEqual({ is: id === null ? 'unverifiable' : 'own', id: first.id })
  }
})

test('a damaged identity is replaced', async () => {
  const file = identityFile(await temporaryFolder())
  const { id } = await keepIdentity(file, machineId(1))
  await writeFile(file, '{"version": 1, "id": "x"}')
  expect(await readIdentity(file, machineId(1))).toEqual({ is: 'damaged' })
  const next = await keepIdentity(file, machineId(1))
  expect(next.is).toBe('replaced')
  expect(next.id).not.toBe(id)
})

test('only the service user reads it, and the machine’s own id is not in it', async () => {
  const file = identityFile(await temporaryFolder())
  await keepIdentity(file, machineId(0xabcdef))
  expect((await stat(file)).mode & 0o777).toBe(0o600)
  expect(await readFile(file, 'utf8')).not.toContain('abcdef')
})

test('what cannot be read is an error, not a first start', async () => {
  const file = identityFile(await temporaryFolder())
  await mkdir(file)
  await expect(keepIdentity(file, machineId(1))).rejects.toMatchObject({ code: 'EISDIR' })
})
