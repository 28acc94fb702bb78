import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { policySchema } from '../../../app/policy/policy.ts'
import { readPolicy, sentence } from '../../../app/policy/problems.ts'
import { serviceAt } from '../../doubles/visit.ts'

function sentences(json: unknown): string[] {
  const reading = readPolicy(json)
  return reading.ok ? [] : reading.problems.map((problem) => sentence('/etc/estran/policy.json', problem))
}

const of = (text: string) => [`/etc/estran/policy.json: ${text}`]
const wish = (change: object) => ({ services: { add: [{ ...serviceAt('mairie', ['m.fr']), ...change }] } })

describe('a policy', () => {
  test('may leave out everything', () => {
    expect(readPolicy({})).toEqual({ ok: true, policy: policySchema.parse({}) })
  })

  test.each([
    [
      { post: { kiosque: true } },
      'post.kiosque is true: is not a key that is known here; remove it or correct',
    ],
    [{ session: { idleLimitSeconds: '5' } }, 'session.idleLimitSeconds is "5": must be of type number.'],
    [{ session: { idleLimitSeconds: 60.5 } }, 'session.idleLimitSeconds is 60.5: must be a whole number.'],
    [{ session: { idleLimitSeconds: 5 } }, 'session.idleLimitSeconds is 5: must be 30 or more.'],
    [{ session: { warningSeconds: 19 } }, 'session.warningSeconds is 19: must be 20 or more.'],
    [
      { session: { warningSeconds: 90, timeLimitSeconds: 90 } },
      'must be shorter than session.timeLimitSeconds.',
    ],
    [{ documents: { quotaMegabytes: 90_000 } }, 'documents.quotaMegabytes is 90000: must be 20000 or less.'],
    [{ post: { structure: '' } }, 'post.structure is "": must be 1 or more characters.'],
    [{ languages: [] }, 'languages is []: must be 1 or more entries.'],
    [
      { languages: ['fr', 'de'] },
      'languages.1 is "de": must be one of "fr", "fr-x-falc", "en", "es", "ar", "uk", "pt".',
    ],
    [{ session: { closing: [{}] } }, 'session.closing.0.at is missing: must be of type string.'],
    [{ session: { closing: [{ at: '24:00' }] } }, 'is "24:00": must be an hour such as "18:00".'],
    [{ navigation: { mode: 'web' } }, 'navigation.mode is "web": must be one of "catalogue", "open".'],
    [
      { navigation: { deny: ['https://x.fr'] } },
      'navigation.deny.0 is "https://x.fr": must be a host such as',
    ],
    [{ navigation: { proxy: 'proxy.lan' } }, 'navigation.proxy is "proxy.lan": must be a host and a port'],
    [{ navigation: { proxy: 'proxy.lan:70000' } }, 'must be a host and a port'],
    [wish({ address: 'mairie.fr' }), 'services.add.0.address is "mairie.fr": must be a full address such as'],
    [wish({ address: 'http://mairie.fr/' }), 'must be an https:// address (http:// only for localhost).'],
    [
      wish({ logOut: { by: 'magic' } }),
      'services.add.0.logOut.by is "magic": must be "address" or "button".',
    ],
    [[], 'the whole file is []: must be of type object.'],
  ])('that is wrong is told by file, key, value and cure: %j', (json, told) => {
    expect(sentences(json)).toEqual([expect.stringContaining(told)])
    expect(sentences(json)[0]).toMatch(/^\/etc\/estran\/policy\.json: .+ is .+: .+\.$/)
  })

  test('tells every problem at once', () => {
    expect(sentences({ post: { a: 1, b: 2 }, session: { idleLimitSeconds: 1 } })).toHaveLength(3)
  })

  test('never shows what was written where the PIN’s hash belongs', () => {
    for (const json of [
      { staff: { pinHash: '246813' } },
      { staff: { pin: '246813' } },
      { staff: '246813' },
      { pin: 246813 },
    ]) {
      expect(sentences(json)).toHaveLength(1)
      expect(sentences(json).join()).not.toContain('246813')
    }
    expect(sentences({ staff: { pinHash: '1' } })).toEqual(
      of('staff.pinHash is kept secret: must be a line printed by "npm run pin".'),
    )
  })

  test('is read whole or not at all, whatever it holds', () => {
    const key = fc.constantFrom('post', 'session', 'languages', 'staff', 'documents', 'services', 'kiosk')
    const almost = fc.dictionary(key, fc.oneof(fc.dictionary(fc.string(), fc.jsonValue()), fc.jsonValue()))
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), almost), (json) => {
        const reading = readPolicy(json)
        if (reading.ok) {
          expect(policySchema.parse(json)).toEqual(reading.policy)
          return
        }
        expect(reading.problems.length).toBeGreaterThan(0)
        for (const { cure } of reading.problems) expect(cure).toMatch(/^(must |is not a key ).+\.$/)
      }),
      { numRuns: 1000 },
    )
  })

  test('is refused for a key that only JSON can bring', () => {
    expect(sentences(JSON.parse('{"__proto__": {"kiosk": true}}'))).toHaveLength(1)
  })
})
