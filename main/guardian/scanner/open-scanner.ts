import type { Policy } from '../../../app/policy/policy.ts'
import { log } from '../../lib/log.ts'
import { saneScanner } from './sane.ts'
import { type ScanHere, scanHere } from './scan-here.ts'

/** The scanner the policy names, and a word in the log when it is not there; without one, asking does nothing. */
export function openScanner(wanted: Policy['scanner'], quotaBytes: number): ScanHere {
  if (wanted === undefined) return { ask: () => {}, cancel: async () => {} }
  const scanner = saneScanner(wanted.device)
  scanner.devices().then(
    (devices) => {
      const found = wanted.device === undefined ? devices.length > 0 : devices.includes(wanted.device)
      if (!found) log.error({ wanted: wanted.device, devices }, 'scanner: the device is not there')
    },
    (error: Error) =>
      log.error(`scanner: the devices cannot be listed: is sane-utils installed? ${error.name}`),
  )
  return scanHere(scanner, quotaBytes)
}
