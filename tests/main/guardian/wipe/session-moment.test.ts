import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { sessionMoment } from '../../../../main/guardian/wipe/session-moment.ts'
import { temporaryFolder } from '../../../doubles/temporary-folder.ts'

const started = new Date()
const anHour = 3_600_000

async function momentWith(began: Date | 'closed' | 'unknown') {
  const stateFolder = join(await temporaryFolder(), 'state')
  const made = Date.now()
  await mkdir(stateFolder)
  const moment = await sessionMoment({ began: async () => began }, stateFolder, started)()
  return { moment, isThatOfThePost: Math.abs(moment.getTime() - made) < 1000 }
}

test('what is a person’s begins with their session, as the journal tells', async () => {
  const began = new Date(Date.now() - anHour)
  expect((await momentWith(began)).moment).toEqual(began)
})

test('with no session open, nothing from before the start is a person’s', async () => {
  expect((await momentWith('closed')).moment).toBe(started)
})

test('without a journal, or with a clock that was set back, anything since the post was installed may be', async () => {
  expect((await momentWith('unknown')).isThatOfThePost).toBe(true)
  expect((await momentWith(new Date(Date.now() + anHour))).isThatOfThePost).toBe(true)
})
