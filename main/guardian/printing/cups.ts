import { request } from 'node:http'
import { errorCode } from '../../lib/durable-file.ts'
import { decodeAnswer, encodeRequest, type IppAnswer, type IppAttribute, operations } from './ipp-message.ts'
import type { PrintServer } from './print-server.ts'

/** Where CUPS listens: a socket of this machine, or another machine that `client.conf` names. */
export type CupsAddress = { socketPath: string; orElse?: Port } | Port
type Port = { host: string; port: number }

/** By number: a name would be tried by several numbers, and fail with several errors in one. */
export const ownHost = '127.0.0.1'

const secondsPerAnswer = 5

/**
 * CUPS, asked in its own protocol. Its tools cannot do this: `cancel -x` of an ordinary user says that it purged and
 * leaves the document, since it asks for `purge-jobs` where the server looks for `purge-job`.
 * @param user whose jobs; the server lets an owner end and remove them
 */
export function cupsServer(address: CupsAddress, user: string): PrintServer {
  const asUser: IppAttribute = ['name', 'requesting-user-name', user]
  // A server that was there and is gone keeps what it had: only one that never answered has nothing.
  let everAnswered = false
  return {
    jobs: async () => {
      try {
        const { things } = await ask(address, operations.getJobs, [
          ['uri', 'printer-uri', 'ipp://localhost/'],
          asUser,
          ['keyword', 'requested-attributes', 'job-id'],
          ['keyword', 'requested-attributes', 'time-at-creation'],
          // Only for this one does CUPS look a finished job up; without it, such a job has no time.
          ['keyword', 'requested-attributes', 'job-hold-until'],
          ['keyword', 'which-jobs', 'all'],
          ['boolean', 'my-jobs', true],
        ])
        everAnswered = true
        return things.map((job) => {
          const [id] = job['job-id'] ?? []
          const [made] = job['time-at-creation'] ?? []
          if (typeof id !== 'number') throw new Error('the print server told a job without its number')
          return { id, madeSeconds: typeof made === 'number' ? made : null }
        })
      } catch (error) {
        if (!isNowhere(error)) throw error
        if (everAnswered) throw refused('PRINT_SERVER_STOPPED')
        return null
      }
    },
    purge: async ({ id }) => {
      try {
        await ask(address, operations.cancelJob, [
          ['uri', 'job-uri', `ipp://localhost/jobs/${id}`],
          asUser,
          ['boolean', 'purge-job', true],
        ])
      } catch (error) {
        // Gone meanwhile: just what was wanted.
        if (errorCode(error) !== notFound) throw error
      }
    },
  }
}

const notFound = 'IPP_406'

/** @throws an error whose code is the connection's, or the status the server refused with */
export async function ask(
  address: CupsAddress,
  operation: number,
  attributes: readonly IppAttribute[],
  job: readonly IppAttribute[] = [],
  document?: Buffer,
  signal?: AbortSignal,
): Promise<IppAnswer> {
  const request = encodeRequest(operation, attributes, job, document)
  const answer = decodeAnswer(await reach(address, request, signal))
  // Statuses below 0x0100 are successes (RFC 8011, 4.1.6).
  if (answer.status >= 0x0100) throw refused(`IPP_${answer.status.toString(16)}`)
  return answer
}

/** By the socket, else by the port: as a printing program looks for its server. */
async function reach(address: CupsAddress, body: Buffer, signal?: AbortSignal): Promise<Buffer> {
  if (!('orElse' in address)) return post(address, body, signal)
  const { orElse, ...socket } = address
  return post(socket, body, signal).catch((error: unknown) => {
    if (isNowhere(error) && orElse !== undefined) return post(orElse, body, signal)
    throw error
  })
}

/** No such socket, and nobody at the port of this machine. */
function isNowhere(error: unknown): boolean {
  if (errorCode(error) === 'ENOENT') return true
  return errorCode(error) === 'ECONNREFUSED' && (error as { address?: string }).address === ownHost
}

function post(address: CupsAddress, body: Buffer, given?: AbortSignal): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const headers = { 'Content-Type': 'application/ipp', 'Content-Length': body.length, Host: 'localhost' }
    const patience = AbortSignal.timeout(secondsPerAnswer * 1000)
    const signal = given === undefined ? patience : AbortSignal.any([patience, given])
    const asked = request({ ...address, method: 'POST', path: '/', headers, signal }, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('error', reject)
      response.on('end', () => {
        if (response.statusCode === 200) resolve(Buffer.concat(parts))
        else reject(refused(`HTTP_${response.statusCode}`))
      })
    })
    asked.on('error', (error) => reject(patience.aborted ? refused('PRINT_SERVER_SILENT') : error))
    asked.end(body)
  })
}

function refused(code: string): Error {
  return Object.assign(new Error('the print server did not do what it was asked'), { code })
}
