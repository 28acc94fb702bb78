import type { MachineFacts } from '../../../app/check/facts.ts'
import type { Machine } from './machine.ts'

/** The wall that comes with Estran keeps the post apart from private networks; others keep out who calls, as a rule. */
const ownWall = 'estran-firewall'
const otherWalls = ['nftables', 'ufw', 'firewalld', 'netfilter-persistent']

export async function probeFirewall(machine: Machine): Promise<MachineFacts['firewall']> {
  const active = await activeAmong(machine, [ownWall, ...otherWalls])
  if (active === null) return null
  if (active.includes(ownWall)) return 'own'
  return active.length > 0 ? 'other' : 'none'
}

/** Of those for Linux, only ClamAV is recognised. */
export async function probeAntivirus(machine: Machine): Promise<boolean | null> {
  const active = await activeAmong(machine, ['clamav-daemon', 'clamav-clamonacc'])
  return active === null ? null : active.length > 0
}

export async function probeClock({ run }: Machine): Promise<boolean | null> {
  const said = await run('timedatectl', ['show', '--property=NTPSynchronized', '--value'])
  if (said?.code !== 0) return null
  return said.text.trim() === 'yes'
}

/** The units among these that run; `null` where systemd does not answer. One line a unit, in their order. */
async function activeAmong({ run }: Machine, units: readonly string[]): Promise<string[] | null> {
  const said = await run('systemctl', ['is-active', ...units])
  const states = said?.text.trim().split('\n') ?? []
  return states.length === units.length ? units.filter((_unit, index) => states[index] === 'active') : null
}
