import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readPlaces, rowSentence } from '../../../../main/guardian/information/places-file.ts'
import { readPolicyFile } from '../../../../main/guardian/policy-file.ts'
import { temporaryFolder } from '../../../doubles/temporary-folder.ts'

const sample = join(import.meta.dirname, '../../../../assets/orientation/sample.csv')

test('a wrong row is told by its line and field, and the others are read', async () => {
  const path = join(await temporaryFolder(), 'places.csv')
  const [header, first = '', ...rest] = (await readFile(sample, 'utf8')).split('\n')
  await writeFile(path, [header, first.replace('00110', 'abc'), ...rest].join('\n'))
  const reading = await readPlaces(path)
  if (!reading.ok) throw new Error('the file must be read')
  expect(reading.directory.places.length).toBeGreaterThan(10)
  expect(reading.directory.problems.map((problem) => rowSentence(path, problem))).toEqual([
    `${path}: line 2, code_postal: must be five digits.`,
  ])
})

test('a directory that is not there is a problem of the policy', async () => {
  const folder = await temporaryFolder()
  const file = join(folder, 'policy.json')
  await writeFile(file, JSON.stringify({ orientation: { places: join(folder, 'none.csv') } }))
  const reading = await readPolicyFile(file)
  expect(reading.ok ? [] : reading.problems).toEqual([
    `${file}: orientation.places is "${join(folder, 'none.csv')}": must be a file that the service user can read (ENOENT).`,
  ])
})
