const NOBODY = 65_534

/**
 * Runs an action without root's right to read everything, so that a test sees what an ordinary user would. The rights
 * of the whole process change meanwhile: only for a test file that does nothing else at the time.
 */
export async function asNobody<Result>(action: () => Promise<Result>): Promise<Result> {
  if (process.geteuid?.() !== 0) return action()
  process.seteuid?.(NOBODY)
  try {
    return await action()
  } finally {
    process.seteuid?.(0)
  }
}
