import { chmod, mkdir, symlink, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { policySchema } from '../../../../app/policy/policy.ts'
import { type Machine, thisMachine } from '../../../../main/guardian/check/machine.ts'
import { probePermissions } from '../../../../main/guardian/check/permissions.ts'
import { probePrintJobs } from '../../../../main/guardian/check/printing.ts'
import { probePrivateNetworks } from '../../../../main/guardian/check/private-networks.ts'
import { probeSandbox } from '../../../../main/guardian/check/sandbox.ts'
import { probeScanFolders } from '../../../../main/guardian/check/scanning.ts'
import { probeAntivirus, probeClock, probeFirewall } from '../../../../main/guardian/check/services.ts'
import { probeSwap } from '../../../../main/guardian/check/swap.ts'
import { probeUpdates } from '../../../../main/guardian/check/updates.ts'
import { probeCoreDumps, probeGroups } from '../../../../main/guardian/check/user.ts'
import { temporaryFolder } from '../../../doubles/temporary-folder.ts'

/** A machine with these files and these programs, and nothing else. */
function machine(files: Record<string, string>, programs: Record<string, string> = {}): Machine {
  return {
    read: async (path) => files[path] ?? null,
    run: async (program, args) => {
      const text = programs[[program, ...args].join(' ')] ?? programs[program]
      return text === undefined ? null : { code: 0, text }
    },
  }
}
const bare = machine({})

test('where nothing can be asked, nothing is said', async () => {
  const answers = [
    probeSwap(bare),
    probeCoreDumps(bare),
    probeGroups(bare),
    probeUpdates(bare),
    probeFirewall(bare),
    probeAntivirus(bare),
    probeClock(bare),
    probePrivateNetworks(bare),
    probePrintJobs(bare),
  ]
  expect(await Promise.all(answers)).toEqual(answers.map(() => null))
})

describe('swap', () => {
  const head = 'Filename\tType\tSize\tUsed\tPriority\n'
  const layers = (device: string, types: string) => ({
    [`lsblk --noheadings --inverse --output TYPE ${device}`]: types,
  })

  test('is none where the table is empty', async () => {
    expect(await probeSwap(machine({ '/proc/swaps': head }))).toEqual([])
  })

  test('is encrypted by any layer down to the disk, or in memory', async () => {
    const table = `${head}/dev/dm-1 partition 1 0 -2\n/dev/sda2 partition 1 0 -3\n/dev/zram0 partition 1 0 100\n/swap file 1 0 -4\n`
    const programs = {
      ...layers('/dev/dm-1', 'lvm\ncrypt\npart\ndisk\n'),
      ...layers('/dev/sda2', 'part\ndisk\n'),
      ...layers('/dev/sda1', 'part\ndisk\n'),
      'findmnt --noheadings --output SOURCE --target /swap': '/dev/sda1\n',
    }
    expect(await probeSwap(machine({ '/proc/swaps': table }, programs))).toEqual([
      { name: '/dev/dm-1', encrypted: true },
      { name: '/dev/sda2', encrypted: false },
      { name: '/dev/zram0', encrypted: true },
      { name: '/swap', encrypted: false },
    ])
  })
})

test.each([
  ['|/bin/false\n', undefined, false],
  ['core\n', 'Max core file size        0                    0                    bytes', false],
  ['core\n', 'Max core file size        0                    unlimited            bytes', true],
  ['|/usr/lib/systemd/systemd-coredump %P\n', 'Max core file size  0  0  bytes', true],
])('core dumps: %j, %j', async (pattern, limits, on) => {
  const files = {
    '/proc/sys/kernel/core_pattern': pattern,
    ...(limits === undefined ? {} : { '/proc/self/limits': limits }),
  }
  expect(await probeCoreDumps(machine(files))).toBe(on)
})

test('groups are told by their names', async () => {
  const [number = 0] = process.getgroups?.() ?? []
  const groups = await probeGroups(machine({ '/etc/group': `input:x:${number}:someone\n` }))
  expect(groups).toContain('input')
})

describe('services', () => {
  const units = 'systemctl is-active estran-firewall nftables ufw firewalld netfilter-persistent'
  test.each([
    ['active\nactive\ninactive\ninactive\ninactive', 'own'],
    ['inactive\nactive\ninactive\ninactive\ninactive', 'other'],
    ['inactive\ninactive\nfailed\ninactive\ninactive', 'none'],
    ['', null],
  ])('the firewall that runs: %j', async (said, firewall) => {
    expect(await probeFirewall(machine({}, { [units]: said }))).toBe(firewall)
  })

  test('the antivirus and the clock', async () => {
    expect(await probeAntivirus(machine({}, { systemctl: 'inactive\nactive\n' }))).toBe(true)
    expect(await probeAntivirus(machine({}, { systemctl: 'inactive\ninactive\n' }))).toBe(false)
    expect(await probeClock(machine({}, { timedatectl: 'yes\n' }))).toBe(true)
    expect(await probeClock(machine({}, { timedatectl: 'no\n' }))).toBe(false)
  })
})

test('security updates are those of Debian’s security archive', async () => {
  const simulated = [
    'Inst libc6 [2.36-9] (2.36-10 Debian:12.9/stable [amd64])',
    'Inst openssl [3.0.15] (3.0.16 Debian-Security:12/stable-security [amd64])',
    'Conf openssl (3.0.16 Debian-Security:12/stable-security [amd64])',
  ].join('\n')
  const asked = { 'apt-get': simulated, 'apt-config': 'APT::Periodic::Unattended-Upgrade "1";\n' }
  expect(await probeUpdates(machine({}, asked))).toMatchObject({ securityPending: 1, automatic: true })
  const off = { ...asked, 'apt-config': 'APT::Periodic::Unattended-Upgrade "0";\n' }
  expect(await probeUpdates(machine({}, off))).toMatchObject({ automatic: false })
})

test.each([
  ['PreserveJobFiles No\nPreserveJobHistory Off\n', true],
  ['PreserveJobFiles No\n', false],
  ['# PreserveJobFiles No\nPreserveJobHistory No\n', false],
  ['PreserveJobFiles 86400\nPreserveJobHistory No\n', false],
])('CUPS with %j', async (settings, forgets) => {
  expect(await probePrintJobs(machine({ '/etc/cups/cupsd.conf': settings }))).toBe(forgets)
})

test('a neighbour that answers is found, others are not', async () => {
  const server = createServer().listen(0, '127.0.0.1')
  onTestFinished(() => void server.close())
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address() as { port: number }
  const files = {
    // The router is 127.0.0.2; the neighbour with a public address is not called.
    '/proc/net/route': 'Iface\tDestination\tGateway\neth0\t00000000\t0200007F\neth0\t0000000A\t00000000\n',
    '/proc/net/arp': 'IP address HW type\n127.0.0.1 0x1 0x2\n127.0.0.1 0x1 0x2\n93.184.215.14 0x1 0x2\n',
  }
  expect(await probePrivateNetworks(machine(files), [port])).toEqual({
    called: 2,
    answered: [`127.0.0.1:${port}`],
  })
})

test('scan folders are usable when the post can empty them, and are no links', async () => {
  const folder = await temporaryFolder()
  const at = (name: string) => join(folder, name)
  await mkdir(at('good'))
  await mkdir(at('closed'), { mode: 0o500 })
  await symlink(at('good'), at('link'))
  await writeFile(at('file'), '')
  await chmod(at('file'), 0o700)
  const folders = ['good', 'closed', 'link', 'file', 'none'].map(at)
  const found = await probeScanFolders(policySchema.parse({ scan: { folders } }))
  expect(found.filter(({ usable }) => usable)).toEqual([{ folder: at('good'), usable: true }])
})

test('rights: what this user could change, and what others could read', async () => {
  const folder = await temporaryFolder()
  await chmod(folder, 0o500)
  const file = join(folder, 'policy.json')
  expect(await probePermissions(['/etc/passwd'], [folder])).toEqual({ changeable: [], readable: [] })
  await chmod(folder, 0o755)
  await writeFile(file, '')
  expect(await probePermissions([file], [folder])).toEqual({ changeable: [file, folder], readable: [folder] })
})

test('on this machine, bubblewrap and user namespaces are tried for real', async () => {
  expect(await probeSandbox(thisMachine)).toMatchObject({ bubblewrap: 'works', userNamespaces: true })
  const refusing: Machine = { read: thisMachine.read, run: async () => ({ code: 1, text: '' }) }
  expect(await probeSandbox(refusing)).toMatchObject({ bubblewrap: 'fails', userNamespaces: false })
})

test('a program that is missing, fails or hangs', async () => {
  expect(await thisMachine.run('no-such-program', [])).toBeNull()
  expect(await thisMachine.run('sh', ['-c', 'echo said; exit 3'])).toEqual({ code: 3, text: 'said\n' })
  expect(await thisMachine.run('sleep', ['30'], 0.1)).toBeNull()
})
