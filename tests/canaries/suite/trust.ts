import { execFile } from 'node:child_process'
import { mkdir } from 'node:fs/promises'
import { promisify } from 'node:util'

const run = promisify(execFile)

/**
 * Makes one visitor trust an authority: in the certificate database of its own home, as a person with a terminal would.
 * The home lies in the session root and goes with it; the program has no switch for this.
 * @param sessionRoot of the visitor that waits for its person
 */
export async function trust(sessionRoot: string, authority: string): Promise<void> {
  const database = `${sessionRoot}/home/.pki/nssdb`
  await mkdir(database, { recursive: true, mode: 0o700 })
  await run('certutil', ['-d', `sql:${database}`, '-A', '-n', 'tests', '-t', 'C,,', '-i', authority])
}
