import { userInfo } from 'node:os'
import type { DeviceFacts } from '../../../app/check/facts.ts'
import type { Policy } from '../../../app/policy/policy.ts'
import { ask } from '../printing/cups.ts'
import { readServerAddress } from '../printing/cups-address.ts'
import { type IppAttribute, operations } from '../printing/ipp-message.ts'
import type { Machine } from './machine.ts'

/** The queues of the print server. */
export async function probePrinters({ printing }: Policy): Promise<DeviceFacts['printers']> {
  const wanted = printing.printer ?? null
  if (!printing.enabled || process.platform === 'win32') return { wanted, queues: null }
  const asked: IppAttribute[] = [
    ['name', 'requesting-user-name', userInfo().username],
    ['keyword', 'requested-attributes', 'printer-name'],
  ]
  try {
    const { things } = await ask(readServerAddress(), operations.getPrinters, asked)
    const names = things.flatMap((thing) => thing['printer-name'] ?? [])
    return { wanted, queues: names.filter((name) => typeof name === 'string') }
  } catch {
    return { wanted, queues: null }
  }
}

/** Whether CUPS keeps neither documents nor a list of jobs; its settings are root's to read on most machines. */
export async function probePrintJobs({ read }: Machine): Promise<boolean | null> {
  const settings = await read('/etc/cups/cupsd.conf')
  if (settings === null) return null
  const isOff = (name: string) => new RegExp(`^\\s*${name}\\s+(no|off|0)\\s*$`, 'im').test(settings)
  return isOff('PreserveJobFiles') && isOff('PreserveJobHistory')
}
