import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readCatalogue } from '../../../app/services/read-catalogue.ts'
import { checkCatalogue } from '../../../main/guardian/catalogue-check.ts'
import { fakeScheduler } from '../../doubles/scheduler.ts'
import { temporaryFolder } from '../../doubles/temporary-folder.ts'
import { serviceAt } from '../../doubles/visit.ts'

const entry = (id: string, more: object = {}) => ({
  ...serviceAt(id, [`${id}.fr`, `*.${id}.fr`]),
  address: `https://www.${id}.fr/`,
  ...more,
})
const pressed = { by: 'button', names: ['Déconnexion'], page: 'https://compte.caf.fr/' }
const catalogueOf = (...services: object[]) => readCatalogue({ 'family.json': { services } })
const framed = { hosts: ['captcha.fr', '*.captcha.fr'], purpose: 'not a robot', evidence: 'made up' }

/** A machine whose name server knows these hosts. */
const knowing =
  (...hosts: string[]) =>
  async (host: string) =>
    hosts.includes(host) ? ('resolves' as const) : ('absent' as const)

describe('the check of a catalogue', () => {
  test('is fine when everything resolves, and still tells what nobody has confirmed', async () => {
    const tried = {
      status: { confirmed: '2026-11-20' },
      logOut: { ...pressed, page: 'https://ameli.fr/', confirmed: { pageSays: 'À bientôt' } },
    }
    const catalogue = catalogueOf(entry('caf', { logOut: pressed }), entry('ameli', tried), entry('msa'))
    const asked: string[] = []
    const check = await checkCatalogue(catalogue, null, async (host) => {
      asked.push(host)
      return 'resolves'
    })
    expect(check).toEqual({
      told: [
        '3 téléservices, 7 hosts.',
        'Not confirmed, 2 of 3: caf, msa.',
        'Log-out that can only be reported as attempted: caf.',
        'No recipe to log out: msa.',
      ],
      wrong: [],
      result: 'fine',
    })
    expect(asked.sort()).toEqual(
      ['ameli.fr', 'caf.fr', 'compte.caf.fr', 'msa.fr', 'www.ameli.fr', 'www.caf.fr', 'www.msa.fr'].sort(),
    )
  })

  test('names the host that does not resolve, its téléservice and the cure', async () => {
    const { wrong, result } = await checkCatalogue(
      catalogueOf(entry('caf'), entry('cav')),
      null,
      knowing('caf.fr', 'www.caf.fr', 'www.cav.fr'),
    )
    expect(wrong).toEqual([expect.stringMatching(/^cav: cav\.fr does not resolve; .+services\.hide/)])
    expect(result).toBe('wrongData')
  })

  test('looks up the hosts that stand in frames too', async () => {
    const catalogue = readCatalogue({
      'family.json': { services: [entry('caf')] },
      'frame-hosts.json': { frameHosts: [framed] },
    })
    const { told, wrong } = await checkCatalogue(catalogue, null, knowing('caf.fr', 'www.caf.fr'))
    expect(told[0]).toBe('1 téléservices, 3 hosts.')
    expect(wrong).toEqual([expect.stringMatching(/^frameHosts: captcha\.fr does not resolve/)])
  })

  test('says of a machine without a connection that nothing is known, not that all hosts are wrong', async () => {
    for (const answer of ['absent', 'unknown'] as const) {
      const { told, wrong, result } = await checkCatalogue(
        catalogueOf(entry('caf')),
        null,
        async () => answer,
      )
      expect(told.join()).toContain('not to be connected')
      expect({ wrong, result }).toEqual({ wrong: [], result: 'notConnected' })
    }
  })

  test('tells entries that cannot be read by file, key and cure, and checks the others', async () => {
    const broken = [
      entry('caf', { hosts: ['https://caf.fr'] }),
      entry('cav', { adress: 'x' }),
      entry('msa', { address: 'https://www.mas.fr/' }),
      entry('dgfip', { status: 'confirmed' }),
      entry('ameli'),
      entry('ameli'),
    ]
    const { told, wrong, result } = await checkCatalogue(catalogueOf(...broken), null, async () => 'resolves')
    expect(wrong).toEqual([
      'family.json: services.0.hosts.0 is "https://caf.fr": must be a host such as "caf.fr" or "*.caf.fr".',
      expect.stringContaining('services.1.adress is "x": is not a key that is known here'),
      'family.json: services.2.address is "https://www.mas.fr/": must be at one of its hosts.',
      expect.stringContaining(
        'services.3.status is "confirmed": must be "unconfirmed" or the day it was tried',
      ),
      expect.stringContaining('services.5.id is "ameli": stands twice'),
    ])
    expect(told[0]).toBe('1 téléservices, 2 hosts.')
    expect(result).toBe('wrongData')
    expect(readCatalogue({ 'mail.json': { services: {} } }).problems).toEqual([
      'mail.json: services is {}: must be of type array.',
    ])
  })

  test('counts what a policy adds and hides; a policy that is wrong is told instead', async () => {
    const file = join(await temporaryFolder(), 'policy.json')
    await writeFile(file, JSON.stringify({ services: { add: [entry('mairie')] } }))
    const check = () => checkCatalogue(catalogueOf(entry('caf')), file, async () => 'resolves')
    expect((await check()).told[0]).toBe('2 téléservices, 4 hosts.')
    await writeFile(file, JSON.stringify({ services: { add: [entry('mairie', { hosts: [] })] } }))
    expect(await check()).toMatchObject({
      result: 'wrongPolicy',
      wrong: [expect.stringContaining(`${file}: services.add.0.hosts is []`)],
    })
  })

  test('does not wait for a name server that never answers', async () => {
    const clock = fakeScheduler()
    const lookUp = (host: string) =>
      host === 'caf.fr' ? Promise.resolve('resolves' as const) : new Promise<never>(() => {})
    const checked = checkCatalogue(catalogueOf(entry('caf')), null, lookUp, clock)
    await clock.advance(3600)
    const { told, result } = await checked
    expect(told[1]).toBe('Hosts not answered for in time: 1.')
    expect(result).toBe('notConnected')
  })
})
