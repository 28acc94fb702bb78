import { sessionRoots } from '../../e2e/left-behind.ts'
import { Person } from '../../e2e/person.ts'
import type { Post } from '../../e2e/post.ts'
import { expect } from './fixtures.ts'

/** The session root of the visitor that waits at welcome: the next person's. */
export async function nextRoot(post: Post): Promise<string> {
  await new Person(post).seesHeading('Bienvenue')
  const roots = () => sessionRoots(post.stateFolder)
  await expect.poll(() => roots().length, 'one visitor waits').toBe(1)
  return roots()[0] ?? ''
}
