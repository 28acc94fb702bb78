import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { decidedFuses } from '../../../app/check/decided-fuses.ts'
import type { Facts } from '../../../app/check/facts.ts'
import { type CheckName, findings, markOf, worstOf } from '../../../app/check/findings.ts'
import { judge } from '../../../app/check/judge.ts'
import shipped from '../../../assets/runtime/electron.json' with { type: 'json' }
import manifest from '../../../package.json' with { type: 'json' }

const day = (count: number) => new Date(Date.parse('2026-11-19') + count * 86_400_000)

const newVersions = {
  from: { source: 'https://paquets.example.fr/estran', ring: 'general' },
  isKeyThere: true,
  lookedDaysAgo: 1,
  takenBack: null,
}

/** A post that keeps every promise. */
const good: Facts = {
  policyProblems: [],
  permissions: { changeable: [], readable: [] },
  identity: 'own',
  journal: 'closed',
  receipts: { is: 'whole', lines: 12 },
  sessionRoot: { medium: 'memory', folder: '/run/user/estran', neededMegabytes: 763, memoryMegabytes: 900 },
  swap: [],
  bubblewrap: 'works',
  userNamespaces: true,
  sandboxHelper: false,
  coreDumps: false,
  groups: ['estran', 'video'],
  fuses: [],
  now: day(10),
  electron: '45.4.1',
  shipped: { electron: '45.4.1', released: '2026-11-19' },
  updates: { securityPending: 0, automatic: true, listsAgeDays: 1 },
  newVersions,
  clockSynchronised: true,
  firewall: 'own',
  antivirus: true,
  coordinator: 'reached',
  privateNetworks: { called: 2, answered: [] },
  printing: true,
  printers: { wanted: 'accueil', queues: ['accueil'] },
  printServerForgets: true,
  scanner: { wanted: null, devices: ['test:0'] },
  scanFolders: [{ folder: '/srv/scans', usable: true }],
}

const found = (change: Partial<Facts>, check: CheckName) => {
  const finding = judge({ ...good, ...change }).find((one) => one.check === check)
  return finding === undefined ? 'nothing' : `${finding.is} (${markOf(finding)})`
}

describe('a post', () => {
  test('that keeps every promise has nothing to look at', () => {
    const marks = new Map(judge(good).map((finding) => [finding.check, markOf(finding)]))
    expect([...marks].filter(([, mark]) => mark !== 'ok')).toEqual([])
    expect(worstOf(judge(good))).toBe('ok')
  })

  test('is looked at whole: a line for each check, in their order', () => {
    expect(judge(good).map(({ check }) => check)).toEqual(Object.keys(findings))
  })

  test.each<[CheckName, Partial<Facts>, string]>([
    ['policy', { policyProblems: ['x'] }, 'broken (fail)'],
    ['coordinator', { coordinator: 'alone' }, 'alone (ok)'],
    ['coordinator', { coordinator: 'joining' }, 'joining (warn)'],
    ['coordinator', { coordinator: 'away' }, 'away (warn)'],
    ['coordinator', { coordinator: 'refused' }, 'refused (fail)'],
    ['permissions', { permissions: { changeable: ['/p'], readable: ['/q'] } }, 'changeable (fail)'],
    ['permissions', { permissions: { changeable: [], readable: ['/q'] } }, 'readable (warn)'],
    ['permissions', { permissions: null }, 'unknown (notCheckable)'],
    ['identity', { identity: 'otherMachine' }, 'cloned (warn)'],
    ['identity', { identity: 'none' }, 'notYet (ok)'],
    ['journal', { journal: 'open' }, 'open (warn)'],
    ['journal', { journal: 'unknown' }, 'damaged (warn)'],
    ['receipts', { receipts: { is: 'altered' } }, 'altered (fail)'],
    ['receipts', { receipts: { is: 'unreadable' } }, 'unreadable (fail)'],
    ['sessionRoot', { sessionRoot: { ...good.sessionRoot, medium: 'disk' } }, 'noRoom (warn)'],
    [
      'sessionRoot',
      { sessionRoot: { ...good.sessionRoot, medium: 'disk', memoryMegabytes: null } },
      'disk (warn)',
    ],
    [
      'swap',
      {
        swap: [
          { name: '/a', encrypted: true },
          { name: '/b', encrypted: false },
        ],
      },
      'plain (fail)',
    ],
    ['swap', { swap: [{ name: '/a', encrypted: true }] }, 'encrypted (ok)'],
    ['swap', { swap: null }, 'unknown (notCheckable)'],
    ['bubblewrap', { bubblewrap: 'absent' }, 'absent (warn)'],
    ['bubblewrap', { bubblewrap: 'fails' }, 'fails (fail)'],
    ['userNamespaces', { userNamespaces: false }, 'refused (warn)'],
    ['chromiumSandbox', { userNamespaces: false, sandboxHelper: true }, 'helper (ok)'],
    ['chromiumSandbox', { userNamespaces: false, sandboxHelper: false }, 'none (fail)'],
    ['chromiumSandbox', { userNamespaces: null, sandboxHelper: false }, 'unknown (notCheckable)'],
    ['coreDumps', { coreDumps: true }, 'on (warn)'],
    ['user', { groups: ['estran', 'sudo'] }, 'powerful (fail)'],
    ['fuses', { fuses: ['RunAsNode'] }, 'unset (fail)'],
    ['fuses', { fuses: 'source' }, 'source (notCheckable)'],
    ['runtime', { now: day(35) }, 'fresh (ok)'],
    ['runtime', { now: day(36) }, 'ageing (warn)'],
    ['runtime', { now: day(71) }, 'old (fail)'],
    ['runtime', { electron: '33.4.11' }, 'other (warn)'],
    ['updates', { updates: { securityPending: 3, automatic: true, listsAgeDays: 9 } }, 'pending (fail)'],
    ['updates', { updates: { securityPending: 0, automatic: true, listsAgeDays: 9 } }, 'stale (warn)'],
    ['updates', { updates: { securityPending: 0, automatic: false, listsAgeDays: 0 } }, 'byHand (warn)'],
    ['newVersions', { newVersions: { ...newVersions, takenBack: '0.3.0' } }, 'takenBack (warn)'],
    ['newVersions', { newVersions: { ...newVersions, from: null } }, 'noSource (warn)'],
    ['newVersions', { newVersions: { ...newVersions, isKeyThere: false } }, 'noKey (fail)'],
    ['newVersions', { newVersions: { ...newVersions, lookedDaysAgo: null } }, 'notLooked (warn)'],
    ['newVersions', { newVersions: { ...newVersions, lookedDaysAgo: 8 } }, 'notLooked (warn)'],
    ['newVersions', { newVersions: null }, 'unknown (notCheckable)'],
    ['clock', { now: day(-1) }, 'past (fail)'],
    ['clock', { clockSynchronised: false }, 'alone (warn)'],
    ['clock', { clockSynchronised: null }, 'unknown (notCheckable)'],
    ['firewall', { firewall: 'other' }, 'other (warn)'],
    ['firewall', { firewall: 'none' }, 'none (fail)'],
    ['privateNetworks', { privateNetworks: { called: 2, answered: ['10.0.0.1:445'] } }, 'open (fail)'],
    ['privateNetworks', { privateNetworks: { called: 0, answered: [] } }, 'unknown (notCheckable)'],
    ['antivirus', { antivirus: false }, 'absent (warn)'],
    ['printer', { printers: { wanted: 'other', queues: ['accueil'] } }, 'absent (fail)'],
    ['printer', { printers: { wanted: null, queues: [] } }, 'absent (fail)'],
    ['printer', { printers: { wanted: null, queues: null } }, 'unknown (notCheckable)'],
    ['printer', { printing: false }, 'notAsked (ok)'],
    ['printJobs', { printServerForgets: false }, 'kept (fail)'],
    ['scanner', { scanner: { wanted: 'x', devices: ['y'] } }, 'absent (fail)'],
    ['scanner', { scanner: null }, 'notAsked (ok)'],
    ['scanFolders', { scanFolders: [{ folder: '/srv/scans', usable: false }] }, 'unusable (fail)'],
  ])('%s: %j', (check, change, told) => {
    expect(found(change, check)).toBe(told)
  })

  test('is judged by its worst line', () => {
    expect(worstOf(judge({ ...good, antivirus: false }))).toBe('warn')
    expect(worstOf(judge({ ...good, antivirus: false, policyProblems: ['x'] }))).toBe('fail')
    expect(worstOf([])).toBe('ok')
  })
})

test('the age told is that of the Electron packages are made with', () => {
  expect(shipped.electron, 'write its day into assets/runtime/electron.json').toBe(
    manifest.devDependencies.electron,
  )
})

test('the fuses told are those a package gets', () => {
  const configuration = readFileSync(join(import.meta.dirname, '../../../electron-builder.yml'), 'utf8')
  const [, fuses = ''] = configuration.split('electronFuses:\n')
  const written = [...fuses.matchAll(/^ {2}(\w+): (true|false)$/gm)].map(([, key = '', on]) => [
    key.charAt(0).toUpperCase() + key.slice(1),
    on === 'true',
  ])
  expect(decidedFuses).toEqual(Object.fromEntries(written))
})
