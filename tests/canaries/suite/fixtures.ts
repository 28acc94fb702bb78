import { test as base } from '../../e2e/fixtures.ts'
import { Person } from '../../e2e/person.ts'
import type { Post } from '../../e2e/post.ts'
import { Canaries } from './canaries.ts'
import { rowsAttachment } from './rows.ts'

type Fixtures = {
  canaries: Canaries
  /** Ends the session and looks: the next person may begin. */
  end: (post: Post) => Promise<void>
  /** Lets the program quit and start again, and looks: the next person may begin. @param env as the first start had it */
  restart: (post: Post, env?: Record<string, string>) => Promise<Post>
}

/** A post, and canaries whose rows go into the table whatever becomes of the test. */
export const test = base.extend<Fixtures>({
  canaries: async ({ place }, use, info) => {
    const canaries = new Canaries(place.stateFolder)
    await use(canaries)
    await info.attach(rowsAttachment, {
      body: JSON.stringify(canaries.rows()),
      contentType: 'application/json',
    })
  },
  end: async ({ canaries }, use) =>
    use(async (post) => {
      const person = new Person(post)
      await person.end()
      await person.leave()
      await canaries.seen('after')
    }),
  restart: async ({ canaries, start }, use) =>
    use(async (post, env) => {
      await post.shutDown()
      const again = await start(env)
      await new Person(again).seesHeading('Bienvenue')
      await canaries.seen('afterRestart')
      return again
    }),
})

export { expect } from '../../e2e/fixtures.ts'
