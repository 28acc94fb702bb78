import type { IsolationFacts } from '../../../app/check/facts.ts'
import type { Machine } from './machine.ts'

/** The swap areas in use, and whether what reaches a disk by them is encrypted. */
export async function probeSwap({ read, run }: Machine): Promise<IsolationFacts['swap']> {
  const table = await read('/proc/swaps')
  if (table === null) return null
  const areas = table
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(/\s+/))
  return Promise.all(
    areas.map(async ([name = '', type]) => {
      // Compressed memory: it never reaches a disk.
      if (name.startsWith('/dev/zram')) return { name, encrypted: true }
      const device = type === 'file' ? await deviceOf(name) : name
      return { name, encrypted: device !== null && (await isEncrypted(device)) }
    }),
  )

  async function deviceOf(file: string): Promise<string | null> {
    const found = await run('findmnt', ['--noheadings', '--output', 'SOURCE', '--target', file])
    return found?.code === 0 ? found.text.trim() : null
  }

  /** The layers below a device, down to the disk. */
  async function isEncrypted(device: string): Promise<boolean> {
    const layers = await run('lsblk', ['--noheadings', '--inverse', '--output', 'TYPE', device])
    return layers?.code === 0 && /\bcrypt\b/.test(layers.text)
  }
}
