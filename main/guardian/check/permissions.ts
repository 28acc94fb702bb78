import { constants } from 'node:fs'
import { access, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Permissions } from '../../../app/check/facts.ts'

/**
 * Rights on what a post lives by, for the user who asks.
 * @param fixed what that user must not be able to change: policy, program
 * @param secret what nobody else may read: the policy with its PIN hash, the state folder
 */
export async function probePermissions(
  fixed: readonly string[],
  secret: readonly string[],
): Promise<Permissions | null> {
  // Windows says it by access lists, which are not read here.
  if (process.platform === 'win32') return null
  const changeable = await filter([...fixed, ...fixed.map((path) => dirname(path))], (path) =>
    access(path, constants.W_OK).then(
      () => true,
      () => false,
    ),
  )
  const readable = await filter(secret, async (path) => {
    const stats = await stat(path).catch(() => null)
    return stats !== null && (stats.mode & 0o007) !== 0
  })
  return { changeable, readable }
}

async function filter(paths: readonly string[], is: (path: string) => Promise<boolean>): Promise<string[]> {
  const different = [...new Set(paths)]
  const answers = await Promise.all(different.map(is))
  return different.filter((_path, index) => answers[index])
}
