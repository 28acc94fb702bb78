import { BlockList, isIP } from 'node:net'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mayOpen, originOf } from '../../../app/navigation/address.ts'
import { refusalOfFrame, refusalOfPage, secureFormOf } from '../../../app/navigation/rules.ts'
import { serviceAt } from '../../doubles/visit.ts'

const runs = { numRuns: 20_000 }

/** Names a policy allows, and what is made to look like them. */
const names = [
  ...['caf.fr', 'www.caf.fr', 'impots.gouv.fr', 'cfspart.impots.gouv.fr', 'hcaptcha.com', 'WWW.CAF.FR'],
  ...['caf.fr.', 'caf.fr..', '.caf.fr', 'xcaf.fr', 'caf.fr.evil.example', 'evil.example', 'refuse.caf.fr'],
  ...[
    'caf。fr',
    'caf%2efr',
    'ｃａｆ．ｆｒ',
    'cаf.fr',
    'xn--cf-6kc.fr',
    'caf\u00ad.fr',
    'c\u200baf.fr',
    'caf.fr%00.evil.example',
  ],
  ...[
    'evil.example\\.caf.fr',
    'evil.example%23.caf.fr',
    'evil.example%2f.caf.fr',
    'evil.example;.caf.fr',
    'evil.example .caf.fr',
  ],
]
/** This machine, the structure's network and clouds' metadata, in the ways browsers read. */
const machines = [
  ...[
    '127.0.0.1',
    '127.1',
    '0x7f.1',
    '0x7f000001',
    '017700000001',
    '2130706433',
    '0177.0.0.01',
    '127.0.0.1.',
  ],
  ...[
    '１２７.0.0.1',
    '127。0。0。1',
    '%31%32%37.0.0.1',
    '0',
    '0.0.0.0',
    '00.0x0.0',
    '10.0.0.1',
    '012.1',
    '172.16.1',
    '192.168.257',
  ],
  ...[
    '169.254.169.254',
    '0xa9fea9fe',
    '2852039166',
    '[::1]',
    '[::]',
    '[::ffff:127.0.0.1]',
    '[::ffff:7f00:1]',
    '[0:0:0:0:0:0:0:1]',
  ],
  ...[
    '[fe80::1]',
    '[fd00:ec2::254]',
    '[64:ff9b::7f00:1]',
    '[::127.0.0.1]',
    '[fe80::1%25eth0]',
    '[2002:7f00:1::]',
  ],
  ...['localhost', 'LOCALHOST', 'localhost.', 'caf.localhost', 'ｌocalhost', '8.8.8.8', '[2606:4700::1111]'],
]
const schemes = [
  ...[
    'https',
    'http',
    'HTTPS',
    'hTTp',
    'ht\ntps',
    ' https',
    '\u0000https',
    'https\t',
    'view-source:https',
    'blob:https',
  ],
  ...[
    'file',
    'javascript',
    'data',
    'filesystem:https',
    'chrome',
    'devtools',
    'about',
    'ftp',
    'ws',
    'wss',
    'estran',
    'intent',
    '',
  ],
]
const part = (...some: string[]) => fc.constantFrom(...some)

const built = fc
  .tuple(
    part(...schemes),
    part('://', '://', '://', ':\\\\', ':/', ':', ':///', ':\t//', '//', ':/\\'),
    part(
      '',
      '',
      '',
      'caf.fr@',
      'user:pass@',
      'caf.fr%40',
      'caf.fr\\@',
      '@',
      ':@',
      'caf.fr/@',
      'caf.fr#@',
      'caf.fr?@',
    ),
    fc.oneof(
      part(...names),
      part(...machines),
      fc.domain(),
      fc.ipV4Extended(),
      fc.ipV6().map((ip) => `[${ip}]`),
    ),
    part('', '', '', ':', ':80', ':443', ':8443', ':0443', ':99999', ':x', ':443@evil.example'),
    part(
      '/',
      '',
      '?',
      '#',
      '/..',
      '\\',
      '/\\evil.example',
      '?@caf.fr',
      '#@caf.fr',
      '//127.0.0.1/',
      ';.caf.fr/',
    ),
  )
  .map((parts) => parts.join(''))
/** The same with one stray character anywhere. */
const disturbed = fc
  .tuple(
    built,
    fc.nat(60),
    part('\t', '\n', '\r', ' ', '\u0000', '\\', '@', '/', '.', '%', '\u200b', '。', ':', '[', '#'),
  )
  .map(([address, at, stray]) => address.slice(0, at) + stray + address.slice(at))
const address = fc.oneof(built, disturbed, fc.webUrl(), fc.string({ unit: 'binary' }))

const rules = {
  services: [
    serviceAt('caf', ['caf.fr', '*.caf.fr']),
    serviceAt('impots', ['impots.gouv.fr', '*.impots.gouv.fr']),
  ],
  frameHosts: ['hcaptcha.com'],
  navigation: {
    mode: 'catalogue' as const,
    deny: ['refuse.caf.fr', 'denied.example'],
    privateHosts: ['10.9.8.7'],
  },
}
const openRules = { ...rules, navigation: { ...rules.navigation, mode: 'open' as const } }

/** IANA's special-purpose ranges, judged by Node and not by Estran. */
const special = new BlockList()
for (const range of [
  ...['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12'],
  ...['192.0.0.0/24', '192.168.0.0/16', '198.18.0.0/15', '224.0.0.0/4', '240.0.0.0/4', '168.63.129.16/32'],
]) {
  const [network = '', bits] = range.split('/')
  special.addSubnet(network, Number(bits), 'ipv4')
}

type Policy = { hosts: string[]; anywhere: boolean }
const catalogue: Policy = { hosts: ['caf.fr', 'impots.gouv.fr'], anywhere: false }
const framed: Policy = { hosts: [...catalogue.hosts, 'hcaptcha.com'], anywhere: false }
const web: Policy = { hosts: [], anywhere: true }

/** What the policy above says of where a browser would go: written a second time, on the browser's own reading. */
function allows(address: string, { hosts, anywhere }: Policy): boolean {
  if (address === 'about:blank' || address === 'about:srcdoc') return true
  const url = URL.parse(address)
  // A browser goes nowhere.
  if (url === null) return true
  if (!['http:', 'https:'].includes(url.protocol) || url.username !== '' || url.password !== '') return false
  const host = url.hostname.replace(/\.$/, '')
  if (host === 'refuse.caf.fr' || host === 'denied.example' || /(^|\.)localhost$/.test(host)) return false
  if (isIP(host) === 4 && special.check(host, 'ipv4') && host !== '10.9.8.7') return false
  // All that is public begins by 2 or 3, but for 6to4 and Teredo, which wrap an IPv4 address.
  if (host.startsWith('[') && !/^\[(?!2002:|2001:0?:)[23][0-9a-f]{3}:/.test(host)) return isPublicNat64(host)
  return anywhere || hosts.some((name) => host === name || host.endsWith(`.${name}`))
}

function isPublicNat64(host: string): boolean {
  const [, high, low] = /^\[64:ff9b::([0-9a-f]{1,4}):([0-9a-f]{1,4})\]$/.exec(host) ?? []
  if (high === undefined || low === undefined) return false
  const bytes = [high, low].flatMap((word) => [
    Number.parseInt(word, 16) >> 8,
    Number.parseInt(word, 16) & 255,
  ])
  return !special.check(bytes.join('.'), 'ipv4')
}

describe('a hostile address', () => {
  test('is never opened where the policy refuses what a browser makes of it', () => {
    let opened = 0
    fc.assert(
      fc.property(address, (some) => {
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
      fc.property(address, (some) => {
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
      fc.property(address, (some) => {
        const url = URL.parse(some)
        const shown = originOf(some)
        if (url === null || shown === null) return
        expect(mayOpen(some)).toBe(true)
        const bare = (host: string) => host.replace(/:(80|443|)$/, '').replace(/:0+(?=\d)/, ':')
        if (originOf(url.href) !== null && /^[\x21-\x7e]*$/.test(shown.host)) {
          expect([bare(url.host), url.hostname]).toContain(bare(originOf(url.href)?.host ?? ''))
        }
        const secured = URL.parse(secureFormOf(url.href, rules.services) ?? '')
        if (secured !== null) expect([secured.hostname, secured.protocol]).toEqual([url.hostname, 'https:'])
      }),
      runs,
    )
  })
})
