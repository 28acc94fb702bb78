import { type Post, startPost } from '../e2e/post.ts'
import { type BareWindow, openBareWindow } from './bare-window.ts'
import type { Ground } from './ground.ts'

/** A post and a bare window, both open while they are used. */
export async function sideBySide<Result>(
  ground: Ground,
  use: (post: Post, bare: BareWindow) => Promise<Result>,
): Promise<Result> {
  const bare = await openBareWindow(ground)
  try {
    const post = await startPost(ground.place)
    try {
      return await use(post, bare)
    } finally {
      await post.stop()
    }
  } finally {
    await bare.close()
  }
}
