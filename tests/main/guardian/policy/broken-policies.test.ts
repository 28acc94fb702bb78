import { execFileSync } from 'node:child_process'
import { chmod, mkdir, rm, rmdir, symlink, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { fragmentsFolder } from '../../../../main/guardian/policy/fragment-files.ts'
import { trustTrouble } from '../../../../main/guardian/policy/trusted-file.ts'
import { readPolicyFile } from '../../../../main/guardian/policy-file.ts'
import { temporaryFolder } from '../../../doubles/temporary-folder.ts'

/** Breaks a good policy, and its empty folder of fragments. */
type Plant = (file: string, fragments: string) => unknown

const text =
  (content: string | Buffer): Plant =>
  (file) =>
    writeFile(file, content)
const instead =
  (plant: (file: string) => unknown): Plant =>
  async (file) => {
    await rm(file)
    await plant(file)
  }
const fragment =
  (content: string): Plant =>
  (_file, fragments) =>
    writeFile(join(fragments, '50-a.json'), content)

const brokenPolicies: [broken: string, plant: Plant, told: string][] = [
  [
    'wrong type',
    text('{"session": {"idleLimitSeconds": "5"}}'),
    'session.idleLimitSeconds is "5": must be of type number.',
  ],
  [
    'out of its range',
    text('{"session": {"warningSeconds": 5}}'),
    'session.warningSeconds is 5: must be 20 or more.',
  ],
  ['unknown key', text('{"post": {"kiosque": true}}'), 'post.kiosque is true: is not a key that is known'],
  [
    'a path in the place of a key',
    text('{"session.warningSeconds": 60}'),
    'session.warningSeconds is 60: is not a key',
  ],
  [
    'a key only JSON can bring',
    text('{"__proto__": {"kiosk": true}}'),
    '__proto__ is {"kiosk":true}: is not a key',
  ],
  ['key said twice', text('{"post": {"kiosk": true, "kiosk": false}}'), 'post.kiosk is said twice: keep one'],
  [
    'bad address',
    text('{"agenda": {"feed": "http://a.fr/x.ics"}}'),
    'agenda.feed is "http://a.fr/x.ics": must be an address',
  ],
  ['no object', text('[]'), 'the whole file is []: must be of type object.'],
  ['names a file that is missing', text('{"brand": {"logo": "/nowhere/logo.svg"}}'), 'brand.logo is "/now'],
  ['missing', instead(() => {}), 'there is no such file; write a policy there'],
  ['unreadable', (file) => chmod(file, 0), 'may not be read; give the service user the right to read it.'],
  ['empty', text(''), 'is empty; write a policy there, {} at least.'],
  ['truncated', text('{"post": {"structure": "Média'), 'is not JSON:'],
  [
    'huge',
    text(`{"x": "${'x'.repeat(1_000_000)}"}`),
    'has 1000009 bytes, more than the 1000000 a policy may have',
  ],
  ['not UTF-8', text(Buffer.from('{"x": "é"}', 'latin1')), 'is not UTF-8; save it as UTF-8.'],
  ['UTF-16', text(Buffer.from('\uFEFF{}', 'utf16le')), 'is not UTF-8; save it as UTF-8.'],
  [
    'with a byte order mark',
    text('\uFEFF{}'),
    'begins with a byte order mark; save it as UTF-8 without one.',
  ],
  ['written by everybody', (file) => chmod(file, 0o646), 'can be written by everybody; take that right away'],
  ['a folder', instead(mkdir), 'is a folder; name a file with --policy.'],
  ['a link to itself', instead((file) => symlink(file, file)), 'is a link that leads back to itself;'],
  ['a pipe', instead((file) => execFileSync('mkfifo', [file])), 'is no ordinary file; put the policy itself'],
  [
    'a wrong value in a fragment',
    fragment('{"session": {"warningSeconds": 5}}'),
    '50-a.json: session.warningSeconds is 5: must be',
  ],
  ['a fragment that is not JSON', fragment('{'), '50-a.json: is not JSON:'],
  [
    'a fragment that is no object',
    fragment('[]'),
    '50-a.json: the whole file is []: must be of type object.',
  ],
  [
    'a fragment with a key said twice',
    fragment('{"post": {}, "post": {}}'),
    '50-a.json: post is said twice: keep one of the two.',
  ],
  [
    'fragments that link to each other',
    async (_file, fragments) => {
      await symlink('other', join(fragments, 'a.json'))
      await symlink('a.json', join(fragments, 'other'))
    },
    'a.json: is a link that leads back to itself',
  ],
  [
    'fragments anybody may add to',
    (_file, fragments) => chmod(fragments, 0o777),
    'policy.d: can be written by everybody; take',
  ],
  [
    'a file in the place of the fragments',
    async (_file, fragments) => {
      await rmdir(fragments)
      await writeFile(fragments, '{}')
    },
    'policy.d: cannot be read as a folder of fragments (ENOTDIR); mend or remove it.',
  ],
]

describe('a broken policy is never followed, and told by one sentence with file, key and cure', () => {
  test.each(brokenPolicies)('%s', async (_broken, plant, told) => {
    const folder = await temporaryFolder()
    const file = join(folder, 'policy.json')
    await writeFile(file, '{"post": {"structure": "Médiathèque"}}')
    await mkdir(fragmentsFolder(file))
    expect(await readPolicyFile(file), 'control: it was good').toMatchObject({ ok: true })

    await plant(file, fragmentsFolder(file))
    const reading = await readPolicyFile(file)
    const problems = reading.ok ? [] : reading.problems
    expect(problems).toHaveLength(1)
    expect(problems[0]).toContain(told)
    expect(problems[0]?.startsWith(folder), 'the file is named').toBe(true)
    if (!/^(50-a|a)\.json|^policy\.d/.test(told)) expect(problems[0]).toContain(`${basename(file)}: `)
    expect(problems[0]?.endsWith('.')).toBe(true)
  })
})

test('a file that somebody else owns is not believed', () => {
  const me = process.getuid?.() ?? 0
  expect(trustTrouble({ uid: me, mode: 0o100640 })).toBeNull()
  expect(trustTrouble({ uid: 0, mode: 0o100644 })).toBeNull()
  expect(trustTrouble({ uid: me + 1, mode: 0o100640 })).toMatch(/belongs to user \d+.+\(chown root\)$/)
})
