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
  let waiting: Promise<Visitor> | undefined

  const makeReady = async (): Promise<Visitor> => {
    const visitor = await start()
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
    const attempt = makeReady()
    waiting = attempt
    attempt.catch((error: Error) => {
      log.error(`no spare visitor: ${error.message}`)
      if (waiting === attempt) waiting = undefined
    })
  }

  const takeWaiting = async (): Promise<Visitor | undefined> => {
    const taken = waiting
    waiting = undefined
    const visitor = await taken?.catch(() => undefined)
    if (visitor?.gone !== true) return visitor
    await drop(visitor)
    return undefined
  }

  return {
    prepare,
    take: async () => (await takeWaiting()) ?? (await makeReady()),
    discard: async () => {
      const visitor = await takeWaiting()
      if (visitor !== undefined) await drop(visitor)
    },
  }
}
