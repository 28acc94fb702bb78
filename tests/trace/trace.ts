import { lstatSync } from 'node:fs'
import { resolve } from 'node:path'

type Call = { pid: string; name: string; args: string; result: string }

/** A path that a traced program made, named or opened for writing, and by which call. */
export type Written = { path: string; call: string }

/**
 * The paths a trace of `strace.sh` says were written, each once.
 * @param folder the program was started in: where a relative path leads until a call shows otherwise
 */
export function writtenPaths(trace: string, folder: string): Written[] {
  const written = new Map<string, Written>()
  const folders = new Map<string, string>()
  for (const call of calls(trace)) {
    const shown = /AT_FDCWD<([^>]*)>/.exec(call.args)?.[1]
    if (shown !== undefined) folders.set(call.pid, shown)
    if (call.result.startsWith('-1')) continue
    const named = pathOf(call)
    if (named === null) continue
    const path = resolve(folders.get(call.pid) ?? folder, named)
    written.set(path, { path, call: call.name })
  }
  return [...written.values()]
}

/** What of it is there now. */
export function kept(written: readonly Written[]): Written[] {
  return written.filter(({ path }) => lstatSync(path, { throwIfNoEntry: false }) !== undefined)
}

/** Whole calls: one that another thread interrupted is written in two lines. */
function* calls(trace: string): Generator<Call> {
  const begun = new Map<string, string>()
  for (const line of trace.split('\n')) {
    const [, pid = '', text = ''] = /^(\d+) +(.*)$/.exec(line) ?? []
    const beginning = /^(.*) <unfinished \.\.\.>$/.exec(text)?.[1]
    if (beginning !== undefined) {
      begun.set(pid, beginning)
      continue
    }
    const end = /^<\.\.\. \w+ resumed>(.*)$/.exec(text)?.[1]
    const [, name, args, result] =
      /^(\w+)\((.*)\) += (.*)$/.exec(end === undefined ? text : `${begun.get(pid)}${end}`) ?? []
    if (name !== undefined && args !== undefined && result !== undefined) yield { pid, name, args, result }
  }
}

/** The path a call wrote, or `null` for one that only read. */
function pathOf({ name, args, result }: Call): string | null {
  if (/^(open|openat|openat2|creat)$/.test(name)) {
    if (name !== 'creat' && !/O_WRONLY|O_RDWR|O_CREAT|O_TRUNC/.test(args)) return null
    // As the kernel knows it, whatever links led there.
    return unescaped(/^\d+<(.*)>/.exec(result)?.[1])
  }
  if (name === 'bind') return unescaped(/sun_path="((?:[^"\\]|\\.)*)"/.exec(args)?.[1])
  // The last path is what a call makes: a new name, a link.
  const paths = [...args.matchAll(/(?:<([^>]*)>, )?"((?:[^"\\]|\\.)*)"/g)]
  const [, folder, path] = paths.at(-1) ?? []
  return path === undefined ? null : resolveIn(folder, unescaped(path) ?? '')
}

function resolveIn(folder: string | undefined, path: string): string {
  return folder === undefined ? path : resolve(unescaped(folder) ?? '/', path)
}

/** Strace writes what is not ASCII as octal bytes. */
function unescaped(text: string | undefined): string | null {
  if (text === undefined) return null
  const bytes = text.replace(/\\(?:([0-7]{1,3})|x([0-9a-f]{2})|(.))/g, (_escape, octal, hex, letter) => {
    if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8))
    if (hex !== undefined) return String.fromCharCode(Number.parseInt(hex, 16))
    return { n: '\n', t: '\t', r: '\r', v: '\v', f: '\f' }[letter as string] ?? letter
  })
  return Buffer.from(bytes, 'latin1').toString()
}
