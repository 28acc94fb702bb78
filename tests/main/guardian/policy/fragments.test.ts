import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { fragmentsFolder } from '../../../../main/guardian/policy/fragment-files.ts'
import { checkPolicy, explainPolicy, printPolicy } from '../../../../main/guardian/policy/policy-answers.ts'
import { readPolicyFile } from '../../../../main/guardian/policy-file.ts'
import { temporaryFolder } from '../../../doubles/temporary-folder.ts'

const pinHash = `scrypt:65536:8:1:${'a'.repeat(22)}==:${'b'.repeat(43)}=`

/** What a network has in common, and what is of one post alone. */
async function common(files: Record<string, unknown>): Promise<string> {
  const policy = join(await temporaryFolder(), 'policy.json')
  await mkdir(fragmentsFolder(policy))
  await writeFile(
    policy,
    JSON.stringify({
      post: { structure: 'Réseau', desk: 'l’accueil' },
      session: { closing: [{ at: '18:00' }, { at: '12:00' }] },
      staff: { pinHash },
    }),
  )
  for (const [name, json] of Object.entries(files)) {
    await writeFile(join(fragmentsFolder(policy), name), JSON.stringify(json))
  }
  return policy
}

test('fragments win over the policy in the order of their names, key by key; lists are replaced', async () => {
  const policy = await common({
    '90-post.json': { post: { structure: 'Mairie de l’Estuaire' }, printing: { printer: 'accueil' } },
    '10-site.json': { post: { structure: 'Site', kiosk: true }, session: { closing: [{ at: '17:00' }] } },
  })
  expect(await readPolicyFile(policy)).toMatchObject({
    ok: true,
    policy: {
      post: { structure: 'Mairie de l’Estuaire', desk: 'l’accueil', kiosk: true },
      session: { closing: [{ at: '17:00' }] },
      printing: { printer: 'accueil', pagesMax: 30 },
    },
  })
})

test('what is no fragment is not read', async () => {
  const policy = await common({
    'README.txt': { x: 1 },
    '.90-post.json': { x: 1 },
    '90-post.json.bak': { x: 1 },
  })
  expect(await readPolicyFile(policy)).toMatchObject({ ok: true, policy: { post: { structure: 'Réseau' } } })
})

test('each problem names the file that said the key', async () => {
  const policy = await common({
    '10-site.json': { session: { warningSeconds: 5 } },
    '20-post.json': { printing: { enabled: 'yes' }, session: { idleLimitSeconds: 60 } },
  })
  const folder = fragmentsFolder(policy)
  expect(await readPolicyFile(policy)).toEqual({
    ok: false,
    problems: [
      `${join(folder, '10-site.json')}: session.warningSeconds is 5: must be 20 or more.`,
      `${join(folder, '20-post.json')}: printing.enabled is "yes": must be of type boolean.`,
    ],
  })
})

test('--check says by which files a policy is followed', async () => {
  const policy = await common({ '10-site.json': {} })
  expect(await checkPolicy(policy)).toEqual({
    told: [
      `${policy}: this policy can be followed.`,
      `With ${join(fragmentsFolder(policy), '10-site.json')}.`,
    ],
    wrong: [],
    result: 'fine',
  })
})

test('--explain tells a key’s meaning, and where its value comes from', async () => {
  const policy = await common({ '10-site.json': { session: { idleLimitSeconds: 120 } } })
  const { told, result } = await explainPolicy(policy, 'session.idleLimitSeconds')
  expect(result).toBe('fine')
  expect(told).toEqual([
    'session.idleLimitSeconds',
    '  Silence before the idle warning.',
    '  Type: whole number, 30 to 7200',
    '  Default: 300',
    '  Example: 300',
    `  Here: 120 (${join(fragmentsFolder(policy), '10-site.json')})`,
  ])
  expect((await explainPolicy(policy, 'documents.quotaMegabytes')).told).toContain(
    '  Here: 500 (said in no file)',
  )
  expect((await explainPolicy(policy, 'session')).told).toContainEqual(
    expect.stringMatching(/^ {2}session\.closing: Hours at which/),
  )
  expect(await explainPolicy(policy, 'session.nothing')).toMatchObject({ told: [], result: 'wrongUse' })
})

test('--print-effective shows every value as it is followed, and no secret', async () => {
  const policy = await common({ '10-site.json': { post: { kiosk: true } } })
  const { told } = await printPolicy(policy)
  expect(JSON.parse(told.join('\n'))).toMatchObject({
    post: { structure: 'Réseau', kiosk: true },
    session: { timeLimitSeconds: 3600 },
    staff: { pinHash: '(hidden)' },
  })
  expect(told.join()).not.toContain('scrypt')
  expect((await explainPolicy(policy, 'staff.pinHash')).told).toContain(`  Here: "(hidden)" (${policy})`)
  expect((await explainPolicy(policy, 'staff')).told.join()).not.toContain('scrypt')
})
