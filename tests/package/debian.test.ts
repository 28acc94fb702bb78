import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { execa } from 'execa'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type BareDebian, makeBareDebian, type Network } from './bare-debian.ts'

const checkout = join(import.meta.dirname, '../..')
const deploy = join(checkout, 'assets/deploy/debian')
const name = 'estran-testbuild'
const deb = process.env.ESTRAN_PACKAGE ?? ''
const results = join(checkout, 'test-results/package')

/** Looks at the post, and has it installed. */
const testTools = ['ca-certificates', 'systemd', 'x11-apps', 'xdotool']

/** Everything on the disk but what apt and dpkg write down, with whose it is, and the sum of each setting. */
const snapshotScript = `
  find / -xdev \\( -path /var/lib/dpkg -o -path /var/lib/apt -o -path /var/cache -o -path /var/log -o -path /tmp -o -path /run \\) \\
    -prune -o -not -type d -not -path '/etc/*-' -printf '%p %M %u:%g %l\\n' -o -type d -printf '%p/ %M %u:%g\\n'
  find /etc -xdev -type f -not -name '*-' -exec sha256sum {} +`

/** A post's memory, which a mount unit makes where systemd runs. */
const withMemory =
  'install -d -o estran -g estran -m 700 /run/user/estran; export XDG_RUNTIME_DIR=/run/user/estran;'
const asPost = `${withMemory} cd /var/lib/estran; runuser --user estran --`

const shortestSession = { post: { kiosk: true }, session: { timeLimitSeconds: 60, warningSeconds: 20 } }

let debian: BareDebian
let before: Set<string>

async function run(script: string, bound: Record<string, string> = {}, network?: Network): Promise<string> {
  const { code, out } = await debian.run(script, bound, network)
  expect(code, out).toBe(0)
  return out
}

async function snapshot(): Promise<Set<string>> {
  return new Set((await run(snapshotScript)).split('\n'))
}

beforeAll(async () => {
  expect(process.getuid?.(), 'only root can install a package: npm run test:package').toBe(0)
  const control = await readFile(join(deploy, 'package/control'), 'utf8')
  const depends = /^Depends: (.*)$/m.exec(control)?.[1]?.split(', ') ?? []
  debian = await makeBareDebian([...testTools, ...depends])
  await mkdir(results, { recursive: true })
  before = await snapshot()
})

afterAll(() => debian?.remove())

test('installs from a bare Debian as the guide says', async () => {
  await run('apt-get install --yes --no-install-recommends /tmp/estran.deb', { '/tmp/estran.deb': deb })
  expect(await run(`dpkg-query --show --showformat='\${Status}' ${name}`)).toBe('install ok installed')
  expect(await run(`dpkg --verify ${name}`)).toBe('')
})

test('the program answers, as the service user and without a display', async () => {
  const { version } = JSON.parse(await readFile(join(checkout, 'package.json'), 'utf8'))
  expect(await run(`${asPost} estran --version`)).toContain(version)
})

test('program and settings are root’s, and the policy is read by the service user alone', async () => {
  expect(
    await run(`find /opt/Estran /usr/lib/estran -not -type l \\( -not -user root -o -perm /022 \\)`),
  ).toBe('')
  expect(await run(`stat --format='%a %U:%G' /etc/estran/policy.json /var/lib/estran`)).toBe(
    '640 root:estran\n700 estran:estran',
  )
  expect(await run('id --name --groups estran')).toBe('estran audio video render scanner')
})

test('what closes a post is set', async () => {
  expect(
    await run('systemctl is-enabled estran-kiosk.service estran-firewall.service estran-printer.service'),
  ).toBe('enabled\nenabled\nenabled')
  expect((await debian.run('systemctl is-enabled ctrl-alt-del.target getty@tty1.service')).out).toBe(
    'masked\ndisabled',
  )
  const cups = await run('cat /etc/cups/cupsd.conf')
  for (const setting of ['PreserveJobFiles No', 'PreserveJobHistory No', 'Browsing No']) {
    expect(cups.match(new RegExp(`^${setting.split(' ')[0]}.*$`, 'gm'))).toEqual([setting])
  }
  expect(
    await run(
      'systemd-analyze verify estran-kiosk.service estran-kiosk-x11.service estran-firewall.service estran-printer.service',
    ),
  ).toBe('')
})

test('"estran check" finds what a package sets', async () => {
  const { out } = await debian.run(`${asPost} estran check --json`)
  const { lines } = JSON.parse(out.slice(out.indexOf('{\n'), out.lastIndexOf('}') + 1))
  const found = Object.fromEntries(
    lines.map(({ check, finding }: { check: string; finding: string }) => [check, finding]),
  )
  expect(found).toMatchObject({
    policy: 'followed',
    fuses: 'set',
    bubblewrap: 'works',
    userNamespaces: 'allowed',
    // The test runtime is not the one that ships.
    runtime: 'other',
  })
})

test('the policy of the guide is followed, and the firewall can be loaded', async () => {
  const guide = await readFile(join(checkout, 'assets/deploy/guides/debian.md'), 'utf8')
  const [, policy = ''] = /```json\n(.*?)```/s.exec(guide) ?? []
  await run(`cat >/etc/estran/policy.json <<'END'\n${policy}END`)
  await run(`${asPost} estran policy --check`)
  await run('nft --check --file /etc/estran/firewall.nft')
})

test('one session under cage: welcome of a test build, a person by keyboard, wiped and proven, stopped', async () => {
  await run(`cat >/etc/estran/policy.json <<'END'\n${JSON.stringify(shortestSession)}\nEND`)
  await run('install -d -o estran /var/tmp/kept')
  const there = '/tmp/session.sh'
  const here = join(import.meta.dirname, 'session.sh')
  await run(`${asPost} sh ${there} /var/tmp/kept`, { [there]: here }, 'own')
  for (const page of ['welcome', 'warning', 'receipt']) {
    const picture = join(debian.root, `var/tmp/kept/${page}.xwd`)
    await execa('convert', [`xwd:${picture}`, join(results, `${page}.png`)])
  }
  expect(await run('cat /var/tmp/kept/said')).toContain('"isTestBuild":true')
  await run(`${asPost} estran receipts --verify`)
  expect(await run('wc --lines </var/lib/estran/receipts.jsonl')).toBe('1')
  expect(await run('cat /var/lib/estran/tally.json')).toMatch(/verdict\/clean": ?1\b/)
  await run('rm -r /var/tmp/kept')
})

test('removed, it leaves settings and counts, and the keyboard and printer as they were', async () => {
  await run(`apt-get remove --yes ${name}`)
  expect((await debian.run('systemctl is-enabled ctrl-alt-del.target getty@tty1.service')).out).toBe(
    'alias\nenabled',
  )
  expect(await run('ls -d /etc/estran/policy.json /etc/estran/firewall.nft /var/lib/estran')).not.toBe('')
  expect((await debian.run('ls /opt/Estran /usr/bin/estran')).code).not.toBe(0)
})

test('purged, it leaves nothing but the policy', async () => {
  await run(`apt-get purge --yes ${name}`)
  const after = await snapshot()
  expect(
    [...after].filter((line) => !before.has(line)).map((line) => line.replace(/^[0-9a-f]{64} +/, '')),
  ).toEqual([
    '/etc/estran/ drwxr-x--- root:root',
    '/etc/estran/policy.d/ drwxr-x--- root:root',
    '/etc/estran/policy.json -rw-r----- root:root ',
    '/etc/estran/policy.json',
  ])
  // dpkg takes away a folder that it finds empty and that no package has, and makes it again for the next one.
  expect([...before].filter((line) => !after.has(line))).toEqual(['/opt/ drwxr-xr-x root:root'])
})
