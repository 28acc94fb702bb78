import { mkdir, writeFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { machinePolicyFile, machineStateFolder } from '../../../main/guardian/machine-places.ts'
import { readPolicyFile } from '../../../main/guardian/policy-file.ts'
import { temporaryFolder } from '../../doubles/temporary-folder.ts'

async function problemsOf(text: string) {
  const file = join(await temporaryFolder(), 'policy.json')
  await writeFile(file, text)
  const reading = await readPolicyFile(file)
  return { file, problems: reading.ok ? [] : reading.problems }
}

describe('a policy file', () => {
  test('is read with every default', async () => {
    const file = join(await temporaryFolder(), 'policy.json')
    await writeFile(file, '{ "post": { "structure": "Médiathèque" } }')
    const reading = await readPolicyFile(file)
    expect(reading).toMatchObject({
      ok: true,
      policy: { post: { structure: 'Médiathèque', kiosk: false }, session: { warningSeconds: 60 } },
    })
  })

  test('that is missing is an error with its path and the cure', async () => {
    const file = join(await temporaryFolder(), 'none.json')
    expect(await readPolicyFile(file)).toEqual({
      ok: false,
      problems: [`${file}: there is no such file; write a policy there or name another with --policy.`],
    })
  })

  test('that is a folder is told as one', async () => {
    const folder = join(await temporaryFolder(), 'policy.json')
    await mkdir(folder)
    expect(await readPolicyFile(folder)).toEqual({
      ok: false,
      problems: [`${folder}: is a folder; name a file with --policy.`],
    })
  })

  test.each([' ', 'not JSON', '{ "post": {} ', '{ "post": {}, }', '// a comment\n{}'])(
    'that is not JSON is told as such: %j',
    async (text) => {
      const { file, problems } = await problemsOf(text)
      expect(problems).toHaveLength(1)
      expect(problems[0]).toMatch(/: is not JSON: .+ Mend it with an editor that checks JSON\.$/)
      expect(problems[0]?.startsWith(`${file}: `)).toBe(true)
    },
  )

  test('that is not JSON is told without what it holds', async () => {
    const { problems } = await problemsOf('{ "staff": { "pinHash": secret } }')
    expect(problems).toHaveLength(1)
    expect(problems.join()).not.toContain('secret')
  })

  test('with wrong keys tells each of them', async () => {
    const { file, problems } = await problemsOf('{ "kiosk": true, "session": { "warningSeconds": 5 } }')
    expect(problems).toEqual([
      `${file}: session.warningSeconds is 5: must be 20 or more.`,
      expect.stringMatching(/policy\.json: kiosk is true: is not a key that is known here;/),
    ])
  })
})

describe('a folder of which everything is erased', () => {
  async function problemsWith(folder: string, precious: readonly string[] = []) {
    const file = join(await temporaryFolder(), 'policy.json')
    await writeFile(file, JSON.stringify({ scan: { folders: [folder] } }))
    const reading = await readPolicyFile(file, precious)
    return { file, problems: reading.ok ? [] : reading.problems }
  }

  test('is refused when it holds what the post lives by, or the system', async () => {
    const { file, problems } = await problemsWith('/srv/estran', ['/srv/estran/state'])
    expect(problems).toEqual([
      `${file}: scan.folders.0 is "/srv/estran": must be a folder for scanned pages alone: everything in it is erased, and it holds /srv/estran/state.`,
    ])
    for (const folder of ['/etc', '/var', '/tmp/', homedir()]) {
      expect((await problemsWith(folder)).problems, folder).toHaveLength(1)
    }
  })

  test('may lie beside it', async () => {
    expect((await problemsWith('/srv/scans', ['/srv/scans-state'])).problems).toEqual([])
  })
})

test('each system has its own place for policy and state', () => {
  expect(machinePolicyFile('linux')).toBe('/etc/estran/policy.json')
  expect(machineStateFolder('linux')).toBe('/var/lib/estran')
  expect(machinePolicyFile('win32')).toContain('ProgramData')
  expect(machineStateFolder('win32')).toContain('Estran')
})
