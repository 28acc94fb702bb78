import { execFile } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { nationalCatalogue } from '../../main/guardian/national-services.ts'
import { expect, test } from './fixtures.ts'
import { program } from './post.ts'

type Answer = { code: number; told: string; wrong: string }

/** Asks the program on a machine without a display. */
function checkCatalogue(...args: string[]): Promise<Answer> {
  const { executable, app } = program()
  const { DISPLAY: _none, ...env } = process.env
  return new Promise((resolve) => {
    execFile(executable, [app, 'catalogue', '--check', ...args], { env }, (error, told, wrong) =>
      resolve({ code: Number(error?.code ?? 0), told, wrong }),
    )
  })
}

test('the catalogue can be checked without a display: what is not confirmed, and which hosts answer', async ({
  place,
}) => {
  await writeFile(place.policyFile, '{}')
  const { code, told, wrong } = await checkCatalogue('--policy', place.policyFile)
  const { services } = nationalCatalogue
  const unconfirmed = services.filter(({ status }) => status === 'unconfirmed').map(({ id }) => id)
  expect(told).toContain(`${services.length} téléservices`)
  expect(told).toContain(
    `Not confirmed, ${unconfirmed.length} of ${services.length}: ${unconfirmed.join(', ')}.`,
  )
  // Which of the three it is depends on where this runs; what is said must be what is so.
  const absent = wrong.includes('does not resolve')
  if (told.includes('not to be connected')) expect({ code, absent }).toEqual({ code: 69, absent: false })
  else expect(code === 65).toBe(absent)
})

test('an entry of the policy that cannot be read is told by file, key and cure', async ({ place }) => {
  await writeFile(place.policyFile, '{ "services": { "add": [{ "id": "mairie" }] } }')
  const { code, wrong } = await checkCatalogue('--policy', place.policyFile)
  expect(code).toBe(78)
  expect(wrong).toContain(`${place.policyFile}: services.add.0.address is missing: must be`)
})
