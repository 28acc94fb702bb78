import fc from 'fast-check'

/** Names a policy allows, and what is made to look like them. */
const names = [
  ...['caf.fr', 'www.caf.fr', 'impots.gouv.fr', 'cfspart.impots.gouv.fr', 'hcaptcha.com', 'WWW.CAF.FR'],
  ...['caf.fr.', 'caf.fr..', '.caf.fr', 'xcaf.fr', 'caf.fr.evil.example', 'evil.example', 'refuse.caf.fr'],
  ...[
    'REFUSE.caf.fr',
    'refuse.caf.fr.',
    'a.refuse.caf.fr',
    'denied.example',
    'denied.example.',
    'x.denied.example',
  ],
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
export const part = (...some: string[]) => fc.constantFrom(...some)
/** Mostly what is usual, so that each oddity is met alone as well as among others. */
const mostly = (usual: fc.Arbitrary<string>, odd: fc.Arbitrary<string>) =>
  fc.oneof({ weight: 3, arbitrary: usual }, { weight: 1, arbitrary: odd })

const built = fc
  .tuple(
    mostly(part('https', 'http'), part(...schemes)),
    mostly(part('://'), part(':\\\\', ':/', ':', ':///', ':\t//', '//', ':/\\')),
    mostly(
      part(''),
      part('caf.fr@', 'user:pass@', 'caf.fr%40', 'caf.fr\\@', '@', ':@', 'caf.fr/@', 'caf.fr#@', 'caf.fr?@'),
    ),
    mostly(
      fc.oneof(part(...names), part(...machines)),
      fc.oneof(
        fc.domain(),
        fc.ipV4Extended(),
        fc.ipV6().map((ip) => `[${ip}]`),
      ),
    ),
    mostly(part(''), part(':', ':80', ':443', ':8443', ':0443', ':99999', ':x', ':443@evil.example')),
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
/** Addresses as hostile pages write them. */
export const hostileAddress = fc.oneof(built, disturbed, fc.webUrl(), fc.string({ unit: 'binary' }))
