import type { DeviceFacts } from './facts.ts'
import type { Finding } from './findings.ts'

/** Printer and scanner, as far as the policy asks for them. */
export function judgeDevices(facts: DeviceFacts): Finding[] {
  return [printer(facts), printJobs(facts), scanner(facts), scanFolders(facts)]
}

function printer({ printing, printers: { wanted, queues } }: DeviceFacts): Finding {
  if (!printing) return { check: 'printer', is: 'notAsked' }
  if (queues === null) return { check: 'printer', is: 'unknown' }
  const found = wanted === null ? queues[0] : queues.find((queue) => queue === wanted)
  if (found !== undefined) return { check: 'printer', is: 'found', values: { queue: found } }
  return { check: 'printer', is: 'absent', values: { wanted: wanted ?? '–' } }
}

function printJobs({ printing, printServerForgets }: DeviceFacts): Finding {
  if (!printing) return { check: 'printJobs', is: 'notAsked' }
  if (printServerForgets === null) return { check: 'printJobs', is: 'unknown' }
  return { check: 'printJobs', is: printServerForgets ? 'forgotten' : 'kept' }
}

function scanner({ scanner }: DeviceFacts): Finding {
  if (scanner === null) return { check: 'scanner', is: 'notAsked' }
  const { wanted, devices } = scanner
  if (devices === null) return { check: 'scanner', is: 'unknown' }
  const found = wanted === null ? devices[0] : devices.find((device) => device === wanted)
  if (found !== undefined) return { check: 'scanner', is: 'found', values: { device: found } }
  return { check: 'scanner', is: 'absent', values: { wanted: wanted ?? '–' } }
}

function scanFolders({ scanFolders }: DeviceFacts): Finding {
  if (scanFolders.length === 0) return { check: 'scanFolders', is: 'notAsked' }
  const unusable = scanFolders.filter(({ usable }) => !usable).map(({ folder }) => folder)
  if (unusable.length === 0)
    return { check: 'scanFolders', is: 'usable', values: { count: scanFolders.length } }
  return { check: 'scanFolders', is: 'unusable', values: { folders: unusable.join(', ') } }
}
