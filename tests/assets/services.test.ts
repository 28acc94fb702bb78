import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { originOf } from '../../app/navigation/address.ts'
import { serviceOfHost } from '../../app/services/catalogue.ts'
import type { Service } from '../../app/services/service.ts'
import { nationalCatalogue } from '../../main/guardian/national-services.ts'

const { services, frameHosts, problems } = nationalCatalogue
const hostOf = (address: string) => originOf(address)?.host ?? ''
const folder = join(import.meta.dirname, '../../assets/services')

function filesOfServices(): string[] {
  return readdirSync(folder).filter((file) => file.endsWith('.json') && file !== 'frame-hosts.json')
}

describe('the national catalogue shipped', () => {
  test('can be read, every entry of every file', async () => {
    expect(problems).toEqual([])
    const entries = await Promise.all(
      filesOfServices().map(async (file) => (await import(join(folder, file))).default.services),
    )
    const ids = entries.flat().map((entry: { id: string }) => entry.id)
    expect(services.map(({ id }) => id).sort()).toEqual(ids.sort())
  })

  test('keeps each téléservice in the file of its category', async () => {
    for (const file of filesOfServices()) {
      const entries: Service[] = (await import(join(folder, file))).default.services
      expect([...new Set(entries.map(({ category }) => category))]).toEqual([file.replace('.json', '')])
    }
  })

  test.each(services.map((service) => [service.id, service] as const))(
    'finds %s again by its own addresses, over https',
    (id, { address, notices, logOut }) => {
      expect(originOf(address)?.secure).toBe(true)
      const recipe = logOut?.by === 'address' ? logOut.address : (logOut?.page ?? address)
      for (const own of [address, recipe, ...notices.map(({ at }) => at)]) {
        expect(serviceOfHost(services, hostOf(own))?.id).toBe(id)
      }
    },
  )

  test('claims nothing that was not tried: an entry is confirmed with the day, or unconfirmed', () => {
    for (const { evidence, status } of services) {
      const tried = !evidence.includes('Not tried on the live site.')
      expect(tried).toBe(status !== 'unconfirmed')
    }
  })

  test('says how every provider of identity is left, or why it needs no recipe', () => {
    for (const { category, logOut, evidence } of services) {
      if (category !== 'identity' || logOut !== undefined) continue
      expect(evidence).toContain("FranceConnect's log-out is chained")
    }
  })

  test('opens no page of its own by a host that only frames need', () => {
    expect(frameHosts.length).toBeGreaterThan(0)
    for (const host of frameHosts) expect(serviceOfHost(services, host.replace('*.', 'x.'))).toBeUndefined()
  })
})
