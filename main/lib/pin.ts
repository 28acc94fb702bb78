import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto'

// About 100 ms and 64 MiB on a small PC: a stolen policy file does not give the PIN away in an afternoon.
const cost: Required<Pick<ScryptOptions, 'N' | 'r' | 'p'>> = { N: 65_536, r: 8, p: 1 }
const keyBytes = 32

/** A staff PIN as it stands in the policy: `scrypt:N:r:p:salt:key`, salt and key in base64. */
export async function hashPin(pin: string): Promise<string> {
  const salt = randomBytes(16)
  const key = await derive(pin, salt, keyBytes, cost)
  return ['scrypt', cost.N, cost.r, cost.p, salt.toString('base64'), key.toString('base64')].join(':')
}

/** Whether a PIN is the one of this hash; a hash that is not one fits nothing. */
export async function isPin(pin: string, hash: string): Promise<boolean> {
  const [, n, r, p, salt, key] = hash.split(':')
  if (salt === undefined || key === undefined) return false
  const expected = Buffer.from(key, 'base64')
  try {
    const options = { N: Number(n), r: Number(r), p: Number(p) }
    return timingSafeEqual(await derive(pin, Buffer.from(salt, 'base64'), keyBytes, options), expected)
  } catch {
    // A cost that scrypt refuses, or a key of another length.
    return false
  }
}

function derive(pin: string, salt: Buffer, bytes: number, options: ScryptOptions): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(pin, salt, bytes, { ...options, maxmem: 256 * 1024 * 1024 }, (error, key) => {
      if (error) reject(error)
      else resolve(key)
    })
  })
}
