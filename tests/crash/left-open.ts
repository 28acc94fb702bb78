import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { execa } from 'execa'
import { possibleBases } from '../../main/guardian/visitors/session-root.ts'
import { newToken } from '../canaries/token.ts'
import { sessionRoots } from '../e2e/left-behind.ts'
import type { Place } from '../e2e/post.ts'
import { startRun } from './run.ts'
import { begin, plant, type Service } from './visit.ts'

/** What a power cut in mid-session leaves, kept so that many starts can find the very same. */
export type LeftOpen = {
  token: string
  /** Session roots that lie there, with the canary in one of them. */
  roots: readonly string[]
  /** In how many places the canary was found before the cut. */
  found: number
  /** Puts everything back as the power cut has left it. */
  restore(): Promise<void>
  remove(): Promise<void>
}

/** Lives through a session up to a power cut. */
export async function leaveOpen(place: Place, service: Service): Promise<LeftOpen> {
  const run = await startRun(place)
  await run.until('welcome')
  const at = await begin(run)
  if (at !== 'active') throw new Error(`no session could be begun: ${at}`)
  const token = newToken()
  const found = await plant(place, service, token)
  await run.cutPower()
  const roots = sessionRoots(place.stateFolder)

  const kept = await mkdtemp(join(tmpdir(), 'estran-left-open-'))
  const folders = [place.stateFolder, ...possibleBases(place.stateFolder).map(({ folder }) => folder)]
  const copies = folders.map((folder, index) => [folder, join(kept, String(index))] as const)
  const copy = (from: string, to: string) =>
    execa('cp', ['--archive', '--no-target-directory', from, to], { reject: false })
  for (const [folder, there] of copies) await copy(folder, there)
  return {
    token,
    roots,
    found,
    restore: async () => {
      for (const [folder, there] of copies) {
        await rm(folder, { recursive: true, force: true, maxRetries: 5 })
        await copy(there, folder)
      }
    },
    remove: () => rm(kept, { recursive: true, force: true }),
  }
}
