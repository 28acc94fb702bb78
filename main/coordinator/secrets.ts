import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** A name nobody can guess, for what is referred to from outside. */
export const newId = (): string => randomBytes(9).toString('base64url')

/** 256 random bits. */
export const newToken = (): string => randomBytes(32).toString('base64url')

/** How a random token is kept. It cannot be guessed, so that no slow hash is needed; passwords have scrypt. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('base64url')

/** Whether two texts are the same, in a time that does not say where they differ. */
export function isSame(a: string, b: string): boolean {
  return timingSafeEqual(createHash('sha256').update(a).digest(), createHash('sha256').update(b).digest())
}
