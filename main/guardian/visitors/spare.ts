import { log } from '../../lib/log.ts'
import { type Scheduler, within } from '../../lib/scheduler.ts'
import type { Visitor } from './visitor.ts'

const readyWithinSeconds = 20

/** A visitor that is ready, never shown, never navigated, waiting for the next person. */
export type Spare = {
  /** Starts one if none is waiting. Failing is told in the log: taking one tries again. */
  prepare(): void
  /** The spare, or a new visitor when it is gone. @throws when none can be made ready */
  take(): Promise<Visitor>
  /** Gets rid of the one that waits. */
  discard(): Promise<void>
}

/**
 * @param start starts a visitor in a new session root
 * @param drop kills a visitor and removes its root
 */
export function keepSpare(
  start: () => Promise<Visitor>,
  drop: (visitor: Visitor) => Promise<void>,
  scheduler: Scheduler,
): Spare {
  let waiting: Made | undefined

  const make = (): Made => {
    const started = start()
    return { started, ready: started.then(becomeReady) }
  }

  const becomeReady = async (visitor: Visitor): Promise<Visitor> => {
    const ready = new Promise<boolean>((resolve) => {
      visitor.listen((message) => {
        if (message.type === 'ready' || message.type === 'gone') resolve(message.type === 'ready')
      })
    })
    const made = await within(scheduler, readyWithinSeconds, ready)
    if (made.inTime && made.value) return visitor
    await drop(visitor)
    throw new Error(made.inTime ? 'a visitor ended while it was starting' : 'a visitor was not ready in time')
  }

  const prepare = () => {
    if (waiting !== undefined) return
    const made = make()
    waiting = made
    made.ready.catch((error: Error) => {
      log.error(`no spare visitor: ${error.message}`)
      if (waiting === made) waiting = undefined
    })
  }

  return {
    prepare,
    take: async () => {
      const made = waiting
      waiting = undefined
      const visitor = await made?.ready.catch(() => undefined)
      if (visitor?.gone === false) return visitor
      if (visitor !== undefined) await drop(visitor)
      return make().ready
    },
    discard: async () => {
      const made = waiting
      waiting = undefined
      // Not once it is ready: nobody waits for it any more.
      const visitor = await made?.started.catch(() => undefined)
      if (visitor !== undefined) await drop(visitor)
    },
  }
}

/** A visitor being made: its process has started, then its page stands ready. */
type Made = { started: Promise<Visitor>; ready: Promise<Visitor> }
