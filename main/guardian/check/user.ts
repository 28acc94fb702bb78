import type { IsolationFacts } from '../../../app/check/facts.ts'
import type { Machine } from './machine.ts'

/** Names of the groups of this user; one without a name by its number. */
export async function probeGroups({ read }: Machine): Promise<IsolationFacts['groups']> {
  const table = await read('/etc/group')
  const numbers = process.getgroups?.()
  if (table === null || numbers === undefined) return null
  const names = new Map(
    table.split('\n').map((line) => {
      const [name = '', , number = ''] = line.split(':')
      return [Number(number), name]
    }),
  )
  return numbers.map((number) => names.get(number) ?? String(number))
}

/** Whether the memory of a process that crashed can reach a disk: it would hold what a person typed. */
export async function probeCoreDumps({ read }: Machine): Promise<boolean | null> {
  const pattern = (await read('/proc/sys/kernel/core_pattern'))?.trim()
  if (pattern === undefined) return null
  if (pattern === '' || pattern.startsWith('|/bin/false')) return false
  // A collector is started whatever the limit says.
  if (pattern.startsWith('|')) return true
  const limit = /^Max core file size\s+\S+\s+(\S+)/m.exec((await read('/proc/self/limits')) ?? '')?.[1]
  return limit === undefined ? null : limit !== '0'
}
