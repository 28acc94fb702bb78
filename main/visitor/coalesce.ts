const restMilliseconds = 50

/** Runs at once, then at most every 50 ms however often it is called; the last call is never lost. */
export function coalesce(run: () => void): () => void {
  let resting = false
  let called = false
  const call = () => {
    called = resting
    if (resting) return
    resting = true
    run()
    setTimeout(() => {
      resting = false
      if (called) call()
    }, restMilliseconds)
  }
  return call
}
