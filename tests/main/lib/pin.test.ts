import { describe, expect, test } from 'vitest'
import { readPolicy } from '../../../app/policy/problems.ts'
import { hashPin, isPin } from '../../../main/lib/pin.ts'

describe('the hash of a staff PIN', () => {
  test('fits that PIN alone, and can stand in the policy', async () => {
    const hash = await hashPin('246813')
    expect(await isPin('246813', hash)).toBe(true)
    expect(await isPin('246814', hash)).toBe(false)
    expect(await isPin('', hash)).toBe(false)
    expect(readPolicy({ staff: { pinHash: hash } })).toMatchObject({ ok: true })
  })

  test('is another each time, and does not hold the PIN', async () => {
    const [one, two] = [await hashPin('246813'), await hashPin('246813')]
    expect(one).not.toBe(two)
    expect(one).not.toContain('246813')
  })

  test('that is none fits nothing', async () => {
    const key = Buffer.alloc(32).toString('base64')
    const salt = Buffer.alloc(16).toString('base64')
    for (const hash of [
      '',
      '246813',
      'scrypt:65536:8:1:=:=',
      `scrypt:65536:8:1:${salt}:AAAA`,
      `scrypt:3:8:1:${salt}:${key}`,
      `scrypt:0:0:0:${salt}:${key}`,
      `scrypt:1073741824:8:1:${salt}:${key}`,
    ]) {
      expect(await isPin('246813', hash)).toBe(false)
    }
  })

  test('of an empty key is refused by the policy', () => {
    expect(readPolicy({ staff: { pinHash: 'scrypt:65536:8:1:=:=' } }).ok).toBe(false)
  })
})
