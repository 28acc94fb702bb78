import { hashPin, isPin } from '../../lib/pin.ts'
import { refuse } from '../http/refusal.ts'

const atOnce = 2
const waitingMost = 20

/** Passwords, hashed with scrypt. Each takes 64 MiB for a moment, so that only two are looked at at once. */
export type Passwords = {
  hash(password: string): Promise<string>
  /** @param hash `null` for an account that is not there: takes as long, so that nobody learns which exist */
  isRight(password: string, hash: string | null): Promise<boolean>
}

export function passwords(): Passwords {
  const queue: (() => void)[] = []
  let running = 0
  const inTurn = async <T>(work: () => Promise<T>): Promise<T> => {
    if (running >= atOnce) {
      if (queue.length >= waitingMost) throw refuse(503, 'Try again in a moment.', { retryAfterSeconds: 5 })
      await new Promise<void>((next) => queue.push(next))
    }
    running += 1
    try {
      return await work()
    } finally {
      running -= 1
      queue.shift()?.()
    }
  }
  const nobody = hashPin('nobody')
  return {
    hash: (password) => inTurn(() => hashPin(password)),
    isRight: async (password, hash) => {
      const right = await inTurn(async () => isPin(password, hash ?? (await nobody)))
      return right && hash !== null
    },
  }
}
