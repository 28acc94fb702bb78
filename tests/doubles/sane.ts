import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * A folder of SANE's configuration that knows one backend: the scanners that SANE makes up for tests.
 * Left to itself, its page is one pixel wide.
 * @param settings lines of `test.conf`
 */
export async function saneOfTests(folder: string, settings: readonly string[] = []): Promise<string> {
  const configuration = join(folder, 'sane')
  await mkdir(configuration, { recursive: true })
  await writeFile(join(configuration, 'dll.conf'), 'test\n')
  await writeFile(join(configuration, 'test.conf'), ['resolution 75', ...settings].join('\n'))
  return configuration
}
