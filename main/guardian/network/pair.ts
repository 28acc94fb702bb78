import { constants } from 'node:fs'
import { access, mkdir } from 'node:fs/promises'
import { linkApi } from '../../../app/contracts/coordinator-link.ts'
import { readPairingCode } from '../../../app/coordinator/pairing-code.ts'
import { errorCode } from '../../lib/durable-file.ts'
import { diskTrouble } from '../records/disk-trouble.ts'
import { askCoordinator, Refused } from './ask-coordinator.ts'
import { pairingFileIn, type Server, writePairing } from './pairing-file.ts'
import { WrongCertificate } from './pinned-agent.ts'

export type Paired =
  | { is: 'paired'; name: string; site: string; server: Server; file: string }
  /** What happened and what to do. */
  | { is: 'wrongCode' | 'notReached' | 'refused' | 'notWritten'; problem: string }

const isThisMachine = (host: string) => host === 'localhost' || host.startsWith('127.')

/** With the code of a site: who this post is, and what it is to be called there. */
export type Self = { id: string; name: string }

/** Joins the network of a pairing code; the token is kept where only the service user reads it. Never throws. */
export async function pair(code: string, stateFolder: string, self?: Self): Promise<Paired> {
  const read = readPairingCode(code)
  if (read === null) {
    return {
      is: 'wrongCode',
      problem: 'This is no pairing code, or a sign of it is wrong: compare it with the one shown.',
    }
  }
  const { secret, ...server } = read
  const where = `${server.host}:${server.port}`
  if (server.fingerprint === null && !isThisMachine(server.host)) {
    return {
      is: 'wrongCode',
      problem: `${where}: this code is for a coordinator without TLS, which may only be on this machine: start it without --plain-http and make a new code.`,
    }
  }
  const file = pairingFileIn(stateFolder)
  try {
    // Before the code is used up by asking.
    await mkdir(stateFolder, { recursive: true, mode: 0o700 })
    await access(stateFolder, constants.W_OK)
    const { token, name, site } = await askCoordinator(server, linkApi.post.join, { body: { secret, self } })
    await writePairing(file, { ...server, token })
    return { is: 'paired', name, site, server, file }
  } catch (error) {
    return failed(error, where, file)
  }
}

function failed(error: unknown, where: string, file: string): Paired {
  if (error instanceof Refused) {
    return { is: 'refused', problem: `${where}: refused (${error.status}). ${error.message}` }
  }
  if (error instanceof WrongCertificate) {
    return {
      is: 'refused',
      problem: `${where}: shows another certificate than the one of this code. If the coordinator's certificate was changed, make a new code; if not, something stands between this post and the coordinator.`,
    }
  }
  if (error instanceof Error && 'path' in error)
    return { is: 'notWritten', problem: diskTrouble(file, error) }
  const reason = errorCode(error) || (error instanceof Error ? error.message : 'unknown error')
  return {
    is: 'notReached',
    problem: `${where}: cannot be reached (${reason}). Check that the coordinator runs, and that the network and the firewall of this post let it through.`,
  }
}
