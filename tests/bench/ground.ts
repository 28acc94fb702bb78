import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { possibleBases, type RootBase } from '../../main/guardian/visitors/session-root.ts'
import { testPolicy } from '../e2e/policy.ts'
import { makePlace, type Place, program } from '../e2e/post.ts'
import { type Sites, startSites } from '../sites/sites.ts'
import { type BenchSite, startBenchSite } from './bench-site.ts'

/** What all measurements stand on: sites to visit, a place for a post, a folder for profiles. */
export type Ground = {
  sites: Sites
  benchSite: BenchSite
  place: Place
  /** Where the post's session roots may be. */
  bases: RootBase[]
  profile(name: string): string
  remove(): Promise<void>
}

export async function prepareGround(): Promise<Ground> {
  const sites = await startSites()
  const benchSite = await startBenchSite(join(program().app, 'out/renderer'))
  const place = await makePlace(testPolicy(sites, {}, 400))
  const profiles = await mkdtemp(join(tmpdir(), 'estran-bench-'))
  const bases = possibleBases(place.stateFolder)
  return {
    sites,
    benchSite,
    place,
    bases,
    profile: (name) => join(profiles, name),
    remove: async () => {
      await Promise.all([sites.stop(), benchSite.stop(), place.remove()])
      for (const folder of [profiles, ...bases.map((base) => base.folder)]) {
        await rm(folder, { recursive: true, force: true, maxRetries: 5 })
      }
    },
  }
}
