import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import manifest from '../../package.json' with { type: 'json' }
import { type BareDebian, makeBareDebian, type Network } from './bare-debian.ts'
import {
  asPost,
  atScreen,
  installDouble,
  makeVersions,
  policyFor,
  publishFile,
  publishScript,
  startPost,
  untilSeen,
  updateScript,
} from './updated-post.ts'

const checkout = join(import.meta.dirname, '../..')
const name = 'estran-testbuild'
const deb = process.env.ESTRAN_PACKAGE ?? ''
const kept = '/var/lib/estran-updates'

/** The structure's machine too: it signs and publishes. `procps` and `iproute2` stand for systemd, `xdotool` for a person. */
const testTools = [
  'apt-utils',
  'ca-certificates',
  'gpg',
  'gpg-agent',
  'iproute2',
  'procps',
  'systemd',
  'xdotool',
]

const first = manifest.version
const later = (by: number) => first.replace(/\.(\d+)\./, (_all, minor) => `.${Number(minor) + by}.`)
const [good, broken, better] = [later(1), later(2), later(3)]

let debian: BareDebian

async function run(script: string, bound: Record<string, string> = {}, network?: Network): Promise<string> {
  const { code, out } = await debian.run(script, bound, network)
  expect(code, out).toBe(0)
  return out
}

const publish = (ring: string, version: string, key?: string) =>
  run(publishScript(ring, `/srv/versions/${version}.deb`, key), { '/tmp/publish': publishFile })
const follow = (policy: object) => run(`cat >/etc/estran/policy.json <<'END'\n${JSON.stringify(policy)}\nEND`)
/** In a network of its own: the screens of others there have the same numbers. */
const update = (before?: string, after?: string) => run(updateScript(before, after), {}, 'own')
const installed = () => run(`dpkg-query --show --showformat='\${Version} \${db:Status-Status}' ${name}`)

/** What "estran check" says of new versions. */
async function told(): Promise<unknown> {
  const { out } = await debian.run(
    `install -d -o estran -m 700 /run/user/estran; ${asPost} estran check --json`,
  )
  const { lines } = JSON.parse(out.slice(out.indexOf('{\n'), out.lastIndexOf('}') + 1))
  return lines.find(({ check }: { check: string }) => check === 'newVersions')
}

beforeAll(async () => {
  expect(process.getuid?.(), 'only root can install a package: npm run test:package').toBe(0)
  const control = await readFile(join(checkout, 'assets/deploy/debian/package/control'), 'utf8')
  const depends = /^Depends: (.*)$/m.exec(control)?.[1]?.split(', ') ?? []
  debian = await makeBareDebian([...testTools, ...depends])
  await installDouble(debian)
  await makeVersions(debian, deb, 'srv/versions', [first, good, better, broken], [broken])
  await run(`apt-get install --yes --no-install-recommends /srv/versions/${first}.deb
    for owner in estran stranger; do
      gpg --batch --quiet --passphrase '' --quick-generate-key $owner ed25519 sign never
    done
    install -D -m 644 /dev/null /etc/apt/keyrings/estran.asc
    gpg --armor --export estran >/etc/apt/keyrings/estran.asc`)
  await publish('general', first)
})

afterAll(() => debian?.remove())

test('the post looks by itself, and its units are sound', async () => {
  expect(await run('systemctl is-enabled estran-update.timer')).toBe('enabled')
  expect(await run('systemd-analyze verify estran-update.service estran-update.timer')).toBe('')
})

test('inside opening hours nothing is looked for', async () => {
  await publish('general', good)
  await follow(policyFor('general', 8))
  expect(await update()).toContain('Not now: updates begin from')
  expect(await installed()).toBe(`${first} installed`)
  expect(await run(`ls ${kept}`)).toBe('')
})

test('nothing begins while a session waits to be wiped, nor while somebody begins one', async () => {
  await follow(policyFor('general'))
  const journal = '/var/lib/estran/journal.json'
  await run(`cp -a ${journal} /srv/ && echo damaged >${journal}`)
  expect(await update('true')).toContain('a session is under way or waits to be wiped')
  await run(`mv /srv/journal.json ${journal}`)

  const begin = `${startPost}; ${untilSeen('Bienvenue')}; sleep 1; ${atScreen} key Tab Return; ${untilSeen('Avez-vous')}`
  expect(await update(begin, `${atScreen} search --onlyvisible --name Avez-vous`)).toContain(
    'Somebody is at the post',
  )
  expect(await installed()).toBe(`${first} installed`)
})

test('what another key has signed is refused, and changes nothing', async () => {
  await publish('general', good, 'stranger')
  const { code, out } = await debian.run(updateScript(), {}, 'own')
  expect(code, out).not.toBe(0)
  expect(out).toContain('NO_PUBKEY')
  expect(await installed()).toBe(`${first} installed`)
})

test('a newer version of its ring, and of no other, is put in place outside opening hours', async () => {
  await publish('early', better)
  await publish('general', good)
  expect(await update()).toContain(`${name} ${good} is in place`)
  expect(await installed()).toBe(`${good} installed`)
  expect(await run(`${asPost} estran --version`)).toContain(`Estran ${good}`)
  expect(await run('cat /var/lib/estran/welcomed')).toBe(good)
  expect(await told()).toMatchObject({ finding: 'automatic', mark: 'ok' })
})

test('a version that does not come up is taken back, told, and not tried again', async () => {
  await publish('general', broken)
  expect(await update()).toContain(`${name} ${broken} did not show its welcome page`)
  expect(await installed()).toBe(`${good} installed`)
  expect(await run('cat /var/lib/estran/welcomed')).toBe(good)
  expect(await told()).toMatchObject({
    finding: 'takenBack',
    mark: 'warn',
    says: expect.stringContaining(broken),
  })
  expect(await update()).not.toContain(broken)
})

test('a trial that a power cut has interrupted is judged at the next look', async () => {
  await run(`cp /srv/versions/${broken}.deb ${kept}/trying.deb
    rm /var/lib/estran/welcomed
    dpkg --install ${kept}/trying.deb`)
  expect(await update('systemctl start estran-kiosk.service')).toContain('did not show its welcome page')
  expect(await installed()).toBe(`${good} installed`)
})

test('a newer one is tried, from the ring that the policy names by now', async () => {
  await follow(policyFor('early'))
  expect(await update()).toContain(`${name} ${better} is in place`)
  expect(await installed()).toBe(`${better} installed`)
  expect(await told()).toMatchObject({ finding: 'automatic', mark: 'ok' })
})

test('purged, it leaves neither source nor packages, only the admin’s key', async () => {
  await run(`apt-get purge --yes ${name}`)
  expect(await run(`find /etc/apt ${kept} -name '*estran*' || true`)).toMatch(
    /^\/etc\/apt\/keyrings\/estran.asc\n/,
  )
})
