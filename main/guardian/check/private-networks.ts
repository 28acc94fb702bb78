import { connect } from 'node:net'
import type { MachineFacts } from '../../../app/check/facts.ts'
import { isPublicAddress } from '../../../app/navigation/ip-address.ts'
import type { Machine } from './machine.ts'

/** A few neighbours, on the doors of web pages, shared files and remote control: enough to see whether a wall stands. */
const mostHosts = 8
const doors = [80, 443, 445, 22]
const answerSeconds = 1

/** Calls the router and the neighbours this machine knows of, as the user who asks: none should answer (R6). */
export async function probePrivateNetworks(
  { read }: Machine,
  ports: readonly number[] = doors,
): Promise<MachineFacts['privateNetworks']> {
  const routes = await read('/proc/net/route')
  const neighbours = await read('/proc/net/arp')
  if (routes === null || neighbours === null) return null
  const known = [...gateways(routes), ...hostsIn(neighbours)].filter((host) => !isPublicAddress(host))
  const hosts = [...new Set(known)].slice(0, mostHosts)
  const answered = await Promise.all(
    hosts.flatMap((host) =>
      ports.map(async (port) => ((await answers(host, port)) ? [`${host}:${port}`] : [])),
    ),
  )
  return { called: hosts.length, answered: answered.flat() }
}

/** The third field is the gateway, in hexadecimal, its last byte first. */
function gateways(routes: string): string[] {
  const fields = routes
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t')[2] ?? '')
  return fields
    .filter((field) => /^[0-9A-F]{8}$/.test(field) && field !== '00000000')
    .map((field) => [...Buffer.from(field, 'hex')].reverse().join('.'))
}

function hostsIn(neighbours: string): string[] {
  return neighbours
    .split('\n')
    .slice(1)
    .flatMap((line) => /^[\d.]+/.exec(line) ?? [])
}

function answers(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: answerSeconds * 1000 })
    const end = (answered: boolean) => {
      socket.destroy()
      resolve(answered)
    }
    socket.once('connect', () => end(true))
    socket.once('timeout', () => end(false))
    socket.once('error', () => end(false))
  })
}
