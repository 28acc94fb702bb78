import { execFile } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'
import { Person } from '../../e2e/person.ts'
import { commandLine, isAlive, processTree } from '../processes.ts'
import { test } from './fixtures.ts'
import { nextRoot } from './next-root.ts'
import { notHereAnnotation } from './rows.ts'

const run = promisify(execFile)

/**
 * The processes of a visitor by what their command lines hold; without the main one a session cannot go on. The sandbox
 * leaves a renderer no folder in which the kernel could put a core.
 */
const kinds = [
  { kind: 'network', marked: /--utility-sub-type=network/, dumps: true },
  { kind: 'gpu', marked: /--type=gpu-process/, dumps: true },
  { kind: 'renderer', marked: /--type=renderer/, dumps: false },
  { kind: 'main', marked: /--visitor /, dumps: true },
]

/**
 * Whether a core lands in the folder its process works in, the session root: so it does where the system does not ask
 * otherwise. Where it collects cores elsewhere, that is the deployment's to switch off, and there is nothing to see here.
 */
const coresLandInRoot = !/^[|/]/.test(readFileSync('/proc/sys/kernel/core_pattern', 'utf8'))

/** Headers alone: the memory of a Chromium is terabytes of holes, which take the kernel minutes (core(5)). */
const headersAlone = '0x10'

test('each process of a visitor crashes: what it dumps goes with the session', async ({
  post,
  canaries,
  sites,
  restart,
}, info) => {
  const person = new Person(post)
  const root = await nextRoot(post)
  await person.begin()
  const page = await person.open('Allocations', sites.allocations)
  await page.goto(`${sites.allocations.origin}/connexion`)
  await page.getByLabel('Identifiant').fill(canaries.plant('in-memory-at-a-crash'))
  await canaries.seen('before')

  const dumped: string[] = []
  // A guardian that stands still does not wipe before the dumps were seen.
  process.kill(post.guardianId, 'SIGSTOP')
  for (const { kind, marked } of kinds) {
    // The last of its kind: the renderer of the page, not that of the bar, without which a visitor ends itself.
    const id = processesOfVisitor(post.guardianId, root).findLast((one) => marked.test(commandLine(one)))
    if (id === undefined) throw new Error(`the visitor has no ${kind} process`)
    if (await crash(id, root, kind)) dumped.push(kind)
  }
  process.kill(post.guardianId, 'SIGCONT')
  const left = () => Number(existsSync(root)) + [process.cwd(), post.stateFolder].flatMap(coresIn).length
  await person.leave()
  await canaries.seen('after')
  const after = left()
  await restart(post)
  if (!coresLandInRoot)
    info.annotations.push({
      type: notHereAnnotation,
      description: 'crash dumps: this system collects them itself',
    })
  for (const { kind, dumps } of kinds)
    canaries.behaves({
      artefact: `dump-of-${kind}`,
      planted: !dumps ? 'refused' : coresLandInRoot ? 'yes' : 'no',
      before: dumped.filter((one) => one === kind).length,
      after,
      afterRestart: left(),
    })
  canaries.expectGone()
})

/** Crashes a process, its core allowed, and puts that aside under a name in the session root. @returns whether it left one */
async function crash(id: number, root: string, name: string): Promise<boolean> {
  await run('prlimit', ['--pid', String(id), '--core=unlimited'])
  writeFileSync(`/proc/${id}/coredump_filter`, headersAlone)
  process.kill(id, 'SIGABRT')
  while (isAlive(id)) await pause(1)
  const [core] = coresIn(root)
  if (core === undefined) return false
  renameSync(core, join(root, 'tmp', `${name}.dump`))
  return true
}

function coresIn(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => /^core(\.\d+)?$/.test(name))
    .map((name) => join(folder, name))
}

/** Without the namespace around them, whose command line holds theirs. */
function processesOfVisitor(guardian: number, root: string): number[] {
  return processTree(guardian).filter((id) => {
    const words = commandLine(id)
    return words.includes(root) && !words.startsWith('/usr/bin/bwrap')
  })
}
