import { errorCode } from '../../lib/durable-file.ts'
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

/**
 * Those that this user may enter. In the others, such as the runtime folder of an admin who is logged in, nothing of this
 * user's programs can lie, and nothing could be read back.
 */
export async function enterable(mounts: readonly Mount[]): Promise<Mount[]> {
  const { access, constants } = plainFs.promises
  const mayEnter = ({ point }: Mount) =>
    access(point, constants.X_OK).then(
      () => true,
      // What cannot be told otherwise is looked at all the same, and told there.
      (error: unknown) => errorCode(error) !== 'EACCES',
    )
  const may = await Promise.all(mounts.map(mayEnter))
  return mounts.filter((_mount, index) => may[index])
}

/** Blanks and backslashes are written as octal numbers. */
function unescaped(field: string): string {
  return field.replace(/\\([0-7]{3})/g, (_escape, octal: string) => String.fromCharCode(parseInt(octal, 8)))
}
