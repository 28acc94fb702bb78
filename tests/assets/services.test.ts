import { describe, expect, test } from 'vitest'
import { originOf } from '../../app/navigation/address.ts'
import { catalogueSchema, serviceOfHost } from '../../app/services/catalogue.ts'
import file from '../../assets/services/national.json' with { type: 'json' }

describe('the national catalogue shipped', () => {
  const { services } = catalogueSchema.parse(file)

  test('has each téléservice once', () => {
    const ids = services.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  test.each(services.map((service) => [service.id, service] as const))(
    'finds %s again by its own address, over https',
    (id, service) => {
      const origin = originOf(service.address)
      expect(origin?.secure).toBe(true)
      expect(serviceOfHost(services, origin?.host ?? '')?.id).toBe(id)
    },
  )
})
