import type { MachineFacts } from '../../../app/check/facts.ts'
import { ageDays } from './age-days.ts'
import type { Machine } from './machine.ts'

const simulationSeconds = 60

/** Security updates of Debian that wait, as of the lists this machine has. */
export async function probeUpdates({ run }: Machine): Promise<MachineFacts['updates']> {
  const args = ['--simulate', '--option', 'Debug::NoLocking=1', 'dist-upgrade']
  const simulated = await run('apt-get', args, simulationSeconds)
  if (simulated?.code !== 0) return null
  const setting = await run('apt-config', ['dump', 'APT::Periodic::Unattended-Upgrade'])
  return {
    securityPending: simulated.text.split('\n').filter((line) => /^Inst .*(-security|-Security)/.test(line))
      .length,
    automatic: /"(?!0")\d+"/.test(setting?.text ?? ''),
    listsAgeDays: await ageDays('/var/lib/apt/lists'),
  }
}
