import { readFile } from 'node:fs/promises'
import { visitorProcesses } from '../e2e/left-behind.ts'
import type { Post } from '../e2e/post.ts'

/** The processes that draw pages of visitors, the spare's included, and how the kernel holds each. */
export async function renderersOf(post: Post): Promise<{ seccomp: string; noNewPrivileges: string }[]> {
  const ids = await visitorProcesses(post.stateFolder)
  const found = await Promise.all(
    ids.map(async (id) => {
      const line = await readFile(`/proc/${id}/cmdline`, 'utf8').catch(() => '')
      if (!line.includes('--type=renderer')) return []
      const status = await readFile(`/proc/${id}/status`, 'utf8')
      const field = (name: string) => new RegExp(`^${name}:\\s*(\\S+)`, 'm').exec(status)?.[1] ?? ''
      return [{ seccomp: field('Seccomp'), noNewPrivileges: field('NoNewPrivs') }]
    }),
  )
  return found.flat()
}
