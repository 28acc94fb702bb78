import { test as base } from '@playwright/test'
import { type Sites, startSites } from '../sites/sites.ts'
import { Person } from './person.ts'
import { testPolicy } from './policy.ts'
import { makePlace, type Place, type Post, startPost } from './post.ts'

type Wishes = Parameters<typeof testPolicy>[1]

type Fixtures = {
  /** What the policy's `session` says differently in this test. */
  sessionPolicy: Wishes
  quotaMegabytes: number
  /** Full screen, with windows that cannot be closed. */
  kiosk: boolean
  /** Keys of the policy that are otherwise in this test. */
  alsoInPolicy: Record<string, unknown>
  place: Place
  /** Starts a post at `place`; every post started is stopped at the end of the test. */
  start: (env?: Record<string, string>, executable?: string) => Promise<Post>
  post: Post
  person: Person
}

/** A post of its own for each test, its folders thrown away at the end. */
export const test = base.extend<Fixtures, { sites: Sites }>({
  sites: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from this pattern.
    async ({}, use) => {
      const sites = await startSites()
      await use(sites)
      await sites.stop()
    },
    { scope: 'worker' },
  ],
  sessionPolicy: [{}, { option: true }],
  quotaMegabytes: [100, { option: true }],
  kiosk: [false, { option: true }],
  alsoInPolicy: [{}, { option: true }],
  place: async ({ sites, sessionPolicy, quotaMegabytes, alsoInPolicy }, use) => {
    const policy = testPolicy(sites, sessionPolicy, quotaMegabytes)
    const place = await makePlace({ ...policy, ...alsoInPolicy })
    await use(place)
    await place.remove()
  },
  start: async ({ place, kiosk }, use) => {
    const started: Post[] = []
    await use(async (env, executable) => {
      const post = await startPost(place, env, kiosk ? ['--kiosk'] : [], executable)
      started.push(post)
      return post
    })
    for (const post of started) await post.stop()
  },
  post: async ({ start }, use) => use(await start()),
  person: async ({ post }, use) => use(new Person(post)),
})

export { expect } from '@playwright/test'
