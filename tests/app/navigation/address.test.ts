import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mayOpen, originOf } from '../../../app/navigation/address.ts'

const scheme = fc.oneof(
  fc.constantFrom(
    'file',
    'javascript',
    'data',
    'blob',
    'chrome',
    'devtools',
    'estran',
    'view-source',
    'about',
  ),
  fc.constantFrom('ftp', 'ws', 'wss', 'mailto', 'ms-settings', 'httpx', 'xhttp', 'http', 'https', 'HTTPS'),
  fc.stringMatching(/^[a-z][a-z0-9+.-]{0,10}$/),
)
const address = fc.oneof(
  fc
    .tuple(scheme, fc.constantFrom(':', '://', ':///', ':/', ':\\\\'), fc.webPath(), fc.domain())
    .map(([name, separator, path, host]) => `${name}${separator}${host}${path}`),
  fc.webUrl({ withQueryParameters: true, withFragments: true }),
  fc.string(),
)

describe('an address', () => {
  test('is opened only if it is of the web, or a blank page', () => {
    fc.assert(
      fc.property(address, (some) => {
        if (!mayOpen(some) || some === 'about:blank') return
        expect(['http:', 'https:']).toContain(URL.parse(some)?.protocol ?? 'http:')
      }),
      { numRuns: 3000 },
    )
    for (const machine of [
      'file:///etc/passwd',
      'javascript:alert(1)',
      'data:text/html,x',
      'estran://pages/',
    ]) {
      expect(mayOpen(machine)).toBe(false)
    }
    expect(mayOpen('view-source:https://www.caf.fr/')).toBe(false)
    expect(mayOpen('about:blank')).toBe(true)
    expect(mayOpen('about:srcdoc')).toBe(false)
  })

  test('of the web is opened', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true }), (some) => {
        expect(mayOpen(some)).toBe(true)
      }),
    )
  })

  test('with a name before the host is not: it hides where it leads', () => {
    expect(mayOpen('https://www.caf.fr@evil.example/')).toBe(false)
  })

  test('is shown by its host alone, secure or not', () => {
    expect(originOf('https://WWW.Caf.fr/allocataires?nom=x#y')).toEqual({ host: 'www.caf.fr', secure: true })
    expect(originOf('http://mairie.exemple.fr:8080')).toEqual({
      host: 'mairie.exemple.fr:8080',
      secure: false,
    })
    expect(originOf('http://allocations.localhost:4001/')?.secure).toBe(true)
    expect(originOf('http://notlocalhost/')?.secure).toBe(false)
  })

  test('is shown with the host the browser would reach', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (some) => {
        const browsed = new URL(some)
        expect(originOf(browsed.href)?.host).toBe(browsed.host)
      }),
    )
  })
})
