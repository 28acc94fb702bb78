import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { probeCoordinator } from '../../../../main/guardian/check/coordinator.ts'
import { temporaryFolder } from '../../../doubles/temporary-folder.ts'

const now = new Date('2026-11-23T10:00:00Z')

test('a post that was never paired is alone, or is to join by its site code', async () => {
  const file = join(await temporaryFolder(), 'coordinator.json')
  expect(await probeCoordinator(file, false, now)).toBe('alone')
  expect(await probeCoordinator(file, true, now)).toBe('joining')
})

test('a pairing that cannot be read is not taken for none', async () => {
  const file = join(await temporaryFolder(), 'coordinator.json')
  await writeFile(file, '{')
  expect(await probeCoordinator(file, true, now)).toBe('damaged')
})
