import { plainFs } from '../../lib/plain-fs.ts'

export type Mount = { point: string; type: string; source: string }

/** What is mounted where, as this process sees it. */
export async function readMounts(): Promise<Mount[]> {
  return parseMounts(await plainFs.promises.readFile('/proc/self/mountinfo', 'utf8'))
}

/** Lines of `mountinfo` (proc(5)): the fields after the lone dash are type and source. */
export function parseMounts(table: string): Mount[] {
  return table
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const fields = line.split(' ')
      const dash = fields.indexOf('-', 6)
      const at = (index: number) => unescaped(fields[index] ?? '')
      return { point: at(4), type: at(dash + 1), source: at(dash + 2) }
    })
}

/** Blanks and backslashes are written as octal numbers. */
function unescaped(field: string): string {
  return field.replace(/\\([0-7]{3})/g, (_escape, octal: string) => String.fromCharCode(parseInt(octal, 8)))
}
