/**
 * Writes at once all that came while the last write was under way: the disk is waited for once, however many ask at the
 * same time.
 * @param most how many one write takes
 * @returns takes one; resolved when it is written, rejected when its write failed
 */
export function together<T>(most: number, write: (some: T[]) => Promise<unknown>): (one: T) => Promise<void> {
  type Waiting = { one: T; done: () => void; failed: (error: unknown) => void }
  let waiting: Waiting[] = []
  let writing = false

  const run = async () => {
    while (waiting.length > 0) {
      const now = waiting.slice(0, most)
      waiting = waiting.slice(most)
      try {
        await write(now.map(({ one }) => one))
        for (const { done } of now) done()
      } catch (error) {
        for (const { failed } of now) failed(error)
      }
    }
    writing = false
  }
  return (one) =>
    new Promise((done, failed) => {
      waiting.push({ one, done, failed })
      if (writing) return
      writing = true
      // In the next turn: requests that came in the same one are written together.
      setImmediate(run)
    })
}
