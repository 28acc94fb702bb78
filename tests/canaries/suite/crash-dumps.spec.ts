import { execFile } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'
import { sessionRoots } from '../../e2e/left-behind.ts'
import { Person } from '../../e2e/person.ts'
import { processTree } from '../processes.ts'
import { test } from './fixtures.ts'

const run = promisify(execFile)

/**
 * The processes of a visitor by what their command lines hold; without the main one a session cannot go on. The sandbox
 * leaves a renderer no folder in which the kernel could put a core, and a renderer takes a SIGSEGV that is sent to it for
 * a fault of WebAssembly, and goes on.
 */
const allKinds = [
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

/** Enough to be one; the whole of a main process takes the kernel minutes. */
const coreBytes = 64 * 1024 * 1024

for (const signal of ['SIGSEGV', 'SIGABRT'] as const) {
  const kinds = allKinds.filter(({ kind }) => kind !== 'renderer' || signal === 'SIGABRT')
  test(`${signal} in each process of a visitor: what it dumps goes with the session`, async ({
    post,
    canaries,
    sites,
    place,
  }) => {
    const person = new Person(post)
    await person.begin()
    const page = await person.open('Allocations', sites.allocations)
    await page.goto(`${sites.allocations.origin}/connexion`)
    await page.getByLabel('Identifiant').fill(canaries.plant(`in-memory-at-${signal.toLowerCase()}`))
    const [root = ''] = sessionRoots(place.stateFolder)

    // Before any core is there: it is as large as all that its process may use, and mostly holes.
    await canaries.seenBefore()

    const dumped: string[] = []
    for (const { kind, marked } of kinds) {
      // The last of its kind: the renderer of the page, not that of the bar, without which a visitor ends itself.
      const id = processesOfVisitor(post.guardianId, root).findLast((one) => marked.test(commandLine(one)))
      if (id === undefined) throw new Error(`the visitor has no ${kind} process`)
      if (await crash(id, signal, root, kind)) dumped.push(kind)
    }
    await person.leave()
    await canaries.seenAfter()
    const left = [...coresIn(root), ...coresIn(process.cwd()), ...coresIn(place.stateFolder)]
    for (const { kind, dumps } of kinds) {
      canaries.behaves({
        artefact: `dump-of-${kind}-at-${signal.toLowerCase()}`,
        planted: !dumps ? 'refused' : coresLandInRoot ? 'yes' : 'no',
        before: dumped.filter((one) => one === kind).length,
        after: left.length,
      })
    }
    canaries.expectGone()
  })
}

/** Crashes a process, its core allowed and put aside under a name in the session root. @returns whether it left one */
async function crash(id: number, signal: NodeJS.Signals, root: string, name: string): Promise<boolean> {
  await run('prlimit', ['--pid', String(id), `--core=${coreBytes}`])
  process.kill(id, signal)
  let dumping = false
  while (isThere(id)) {
    dumping ||= coresIn(root).length > 0
    await pause(1)
  }
  const [core] = coresIn(root)
  // The main process's has gone with everything else.
  if (core === undefined) return dumping
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

/** Whether it still runs; one that waits for its parent has ended. */
function isThere(id: number): boolean {
  try {
    return !/^State:\s+[ZX]/m.test(readFileSync(`/proc/${id}/status`, 'utf8'))
  } catch {
    return false
  }
}

function commandLine(id: number): string {
  try {
    return readFileSync(`/proc/${id}/cmdline`, 'utf8').replaceAll('\0', ' ')
  } catch {
    return ''
  }
}
