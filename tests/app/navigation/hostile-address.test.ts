import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mayOpen, originOf } from '../../../app/navigation/address.ts'
import { refusalOfFrame, refusalOfPage, secureFormOf } from '../../../app/navigation/rules.ts'
import { hostileAddress, part } from './hostile-addresses.ts'
import { allows, catalogue, framed, openRules, rules, web } from './second-reading.ts'

const runs = { numRuns: 20_000 }

describe('a hostile address', () => {
  test('is never opened where the policy refuses what a browser makes of it', () => {
    let opened = 0
    fc.assert(
      fc.property(hostileAddress, (some) => {
        for (const [refusal, policy] of [
          [refusalOfPage(some, rules), catalogue],
          [refusalOfFrame(some, rules), framed],
        ] as const) {
          if (refusal !== null) continue
          opened += 1
          expect(allows(some, policy), some).toBe(true)
        }
      }),
      runs,
    )
    expect(opened, 'positive control: some of them may be opened').toBeGreaterThan(100)
  })

  test('is never opened on the web either, once the browser has written it its own way', () => {
    let opened = 0
    fc.assert(
      fc.property(hostileAddress, (some) => {
        const written = URL.parse(some)?.href
        if (written === undefined || refusalOfPage(written, openRules) !== null) return
        opened += 1
        expect(allows(written, web), written).toBe(true)
      }),
      runs,
    )
    expect(opened).toBeGreaterThan(500)
  })

  test('that is a plain one of the catalogue is opened', () => {
    fc.assert(
      fc.property(
        part('https://caf.fr', 'http://www.caf.fr', 'https://a.b.impots.gouv.fr'),
        fc.webPath(),
        (origin, path) => {
          expect(refusalOfPage(`${origin}${path}`, rules)).toBeNull()
        },
      ),
    )
  })

  test('is shown by the host a browser reaches, or not at all; and keeps it on its way to TLS', () => {
    fc.assert(
      fc.property(hostileAddress, (some) => {
        const url = URL.parse(some)
        const shown = originOf(url?.href ?? '')
        if (url === null || shown === null) return
        expect(mayOpen(url.href)).toBe(true)
        expect(shown.host).toBe(url.host)
        const secured = URL.parse(secureFormOf(url.href, rules.services) ?? '')
        if (secured !== null) expect([secured.hostname, secured.protocol]).toEqual([url.hostname, 'https:'])
      }),
      runs,
    )
  })
})
