import { BlockList } from 'node:net'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isIpAddress, isPublicAddress } from '../../../app/navigation/ip-address.ts'

/** What must never be reached, as IANA's special-purpose registries list it; judged by Node, not by our own table. */
const special = new BlockList()
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const)
  special.addSubnet(network, bits, 'ipv4')
for (const [network, bits] of [
  ['::', 127],
  ['fc00::', 7],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
] as const)
  special.addSubnet(network, bits, 'ipv6')

const ipv4 = fc.tuple(...[1, 2, 3, 4].map(() => fc.nat(255))).map((bytes) => bytes.join('.'))
const nearSpecial = fc
  .tuple(fc.constantFrom('10', '127', '100', '172', '192', '169', '198', '0', '224', '255'), fc.nat(255))
  .chain(([first, second]) =>
    fc.tuple(fc.nat(255), fc.nat(255)).map((rest) => [first, second, ...rest].join('.')),
  )

describe('an address', () => {
  test('of a special range is never public, written in any way', () => {
    fc.assert(
      fc.property(fc.oneof(ipv4, nearSpecial), (address) => {
        if (!special.check(address, 'ipv4')) return
        expect(isPublicAddress(address)).toBe(false)
        for (const prefix of ['::ffff:', '64:ff9b::', '::'])
          expect(isPublicAddress(prefix + address)).toBe(false)
      }),
      { numRuns: 1000 },
    )
    fc.assert(
      fc.property(fc.ipV6(), (address) => {
        if (special.check(address, 'ipv6')) expect(isPublicAddress(address)).toBe(false)
      }),
      { numRuns: 1000 },
    )
  })

  test.each([
    ...['127.0.0.1', '10.1.2.3', '172.31.255.255', '192.168.1.1', '169.254.169.254', '100.100.100.200'],
    ...['0.0.0.0', '255.255.255.255', '224.0.0.251', '192.0.0.192', '168.63.129.16'],
    ...['::1', '::', 'fe80::1', 'fd00:ec2::254', 'ff02::fb', '2002:7f00:1::', '2001:0:7f00:1::'],
    ...[
      '::ffff:192.168.1.1',
      '::ffff:a9fe:a9fe',
      '64:ff9b::a00:1',
      '::127.0.0.1',
      '[::1]',
      '::ffff:168.63.129.16',
    ],
  ])('%s is not public', (address) => {
    expect(isPublicAddress(address)).toBe(false)
  })

  test.each(['1.1.1.1', '172.32.0.1', '100.128.0.1', '2a01:e0a::1', '::ffff:8.8.8.8', '64:ff9b::8.8.8.8'])(
    '%s is',
    (address) => {
      expect(isPublicAddress(address)).toBe(true)
    },
  )

  test.each(['0x7f.1', '2130706433', '0177.0.0.1', '127.1', '[::1]'])('%s is read as one', (address) => {
    expect(isIpAddress(address)).toBe(true)
    expect(isPublicAddress(address)).toBe(false)
  })

  test('is not what a name looks like', () => {
    for (const name of ['caf.fr', 'www.127.0.0.1.example', 'dead.beef']) expect(isIpAddress(name)).toBe(false)
  })
})
