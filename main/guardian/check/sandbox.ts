import { stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { IsolationFacts } from '../../../app/check/facts.ts'
import { bubblewrap } from '../visitors/confinement.ts'
import type { Machine } from './machine.ts'

type Sandbox = Pick<IsolationFacts, 'bubblewrap' | 'userNamespaces' | 'sandboxHelper'>

/** Tries what visitors are held with, as the user who asks. */
export async function probeSandbox({ run }: Machine): Promise<Sandbox> {
  if (process.platform !== 'linux') return { bubblewrap: null, userNamespaces: null, sandboxHelper: null }
  // Some machines give a namespace, but none a list of processes of its own.
  const own = ['--ro-bind', '/', '/', '--proc', '/proc', '--unshare-pid']
  const held = await run(bubblewrap, [...own, '--', 'true'])
  const separate = await run('unshare', ['--user', '--', 'true'])
  return {
    bubblewrap: held === null ? 'absent' : held.code === 0 ? 'works' : 'fails',
    userNamespaces: separate === null ? null : separate.code === 0,
    sandboxHelper: await isHelperReady(),
  }
}

async function isHelperReady(): Promise<boolean> {
  try {
    const { uid, mode } = await stat(join(dirname(process.execPath), 'chrome-sandbox'))
    return uid === 0 && (mode & 0o4000) !== 0
  } catch {
    return false
  }
}
