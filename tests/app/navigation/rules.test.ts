import { describe, expect, test } from 'vitest'
import type { NavigationPolicy } from '../../../app/navigation/navigation-policy.ts'
import {
  type Rules,
  refusalOfAddresses,
  refusalOfFrame,
  refusalOfHost,
  refusalOfPage,
  secureFormOf,
} from '../../../app/navigation/rules.ts'
import { serviceSchema } from '../../../app/services/service.ts'

const service = (id: string, address: string, hosts: string[]) =>
  serviceSchema.parse({
    id,
    name: id,
    purpose: { fr: 'x', en: 'x' },
    address,
    hosts,
    category: 'family',
    evidence: 'tests',
  })

const services = [
  service('caf', 'https://www.caf.fr/', ['caf.fr', '*.caf.fr']),
  service('essai', 'http://essai.localhost:4001/', ['essai.localhost:4001']),
]
const rules = (navigation: Partial<NavigationPolicy> = {}): Rules => ({
  navigation: { mode: 'catalogue', deny: [], privateHosts: [], ...navigation },
  services,
  frameHosts: ['*.captcha.example'],
})

describe('in catalogue mode, a page', () => {
  test.each([
    ['https://www.caf.fr/', null],
    ['https://connect.caf.fr/x?y#z', null],
    ['about:blank', null],
    ['https://example.org/', 'notInCatalogue'],
    ['https://caf.fr.example.org/', 'notInCatalogue'],
    ['https://notcaf.fr/', 'notInCatalogue'],
    ['https://www.caf.fr:8443/', 'notInCatalogue'],
    ['https://frame.captcha.example/', 'notInCatalogue'],
    ['http://192.168.1.1/', 'private'],
    ['http://[::ffff:127.0.0.1]/', 'private'],
    ['http://localhost:631/', 'private'],
    ['http://essai.localhost:4001/', 'private'],
    ['file:///etc/passwd', 'refused'],
    ['about:srcdoc', 'refused'],
    ['https://caf.fr@example.org/', 'refused'],
  ])('at %s: %s', (address, refusal) => {
    expect(refusalOfPage(address, rules())).toBe(refusal)
  })

  test('on this machine is opened where the policy names its host', () => {
    const local = 'http://essai.localhost:4001/'
    expect(refusalOfPage(local, rules({ privateHosts: ['*.localhost'] }))).toBeNull()
    expect(refusalOfPage(local, rules({ privateHosts: ['essai.localhost:4001'] }))).toBeNull()
    expect(refusalOfPage(local, rules({ privateHosts: ['essai.localhost:9999'] }))).toBe('private')
  })

  test('is refused by the deny list, catalogue or not, however its host is written', () => {
    const denying = rules({ deny: ['*.caf.fr'] })
    expect(refusalOfPage('https://www.caf.fr/', denying)).toBe('denied')
    expect(refusalOfPage('https://www.caf.fr.:443/', denying)).toBe('denied')
    expect(refusalOfPage('https://caf.fr/', denying)).toBeNull()
  })
})

describe('a frame', () => {
  test('may be of the catalogue, or one of those that stand in frames alone', () => {
    expect(refusalOfFrame('https://www.caf.fr/', rules())).toBeNull()
    expect(refusalOfFrame('https://frame.captcha.example/', rules())).toBeNull()
    expect(refusalOfFrame('about:srcdoc', rules())).toBeNull()
    expect(refusalOfFrame('https://ads.example/', rules())).toBe('notInCatalogue')
    expect(refusalOfFrame('https://a.captcha.example/', rules({ deny: ['*.captcha.example'] }))).toBe(
      'denied',
    )
  })
})

describe('in open mode', () => {
  const open = rules({ mode: 'open', deny: ['denied.example', '*.denied.example'] })

  test('every site of the web is opened but those denied and those of a network of one’s own', () => {
    expect(refusalOfPage('https://example.org/', open)).toBeNull()
    expect(refusalOfPage('http://example.org:8080/', open)).toBeNull()
    expect(refusalOfPage('https://denied.example/', open)).toBe('denied')
    expect(refusalOfPage('https://a.b.denied.example/', open)).toBe('denied')
    expect(refusalOfPage('http://10.0.0.1/', open)).toBe('private')
  })
})

describe('a connection', () => {
  const { navigation } = rules({ privateHosts: ['intranet.example'], deny: ['ads.example'] })

  test('is judged by its host first: sub-resources are not held to the catalogue', () => {
    expect(refusalOfHost('cdn.example:443', navigation)).toBeNull()
    expect(refusalOfHost('ads.example:443', navigation)).toBe('denied')
    expect(refusalOfHost('169.254.169.254:80', navigation)).toBe('private')
    expect(refusalOfHost('::1:80', navigation)).toBe('private')
    expect(refusalOfHost('intranet.example:80', navigation)).toBeNull()
  })

  test('is refused when one of the addresses a name leads to is not public', () => {
    expect(refusalOfAddresses('site.example:443', ['93.184.216.34'], navigation)).toBeNull()
    expect(refusalOfAddresses('site.example:443', ['93.184.216.34', '10.0.0.1'], navigation)).toBe('private')
    expect(refusalOfAddresses('intranet.example:80', ['10.0.0.1'], navigation)).toBeNull()
  })
})

test('TLS is never left where the téléservice has it', () => {
  expect(secureFormOf('http://www.caf.fr/a?b=http://c', services)).toBe('https://www.caf.fr/a?b=http://c')
  expect(secureFormOf('https://www.caf.fr/', services)).toBeNull()
  expect(secureFormOf('http://essai.localhost:4001/', services)).toBeNull()
  expect(secureFormOf('http://example.org/', services)).toBeNull()
})
