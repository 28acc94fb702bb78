// npm run package: what is handed out, from the build and the official Electron. With --test-build, a package of the test
// runtime instead: for tests alone, named estran-testbuild, and its welcome page says that it is not for the public.
import { existsSync } from 'node:fs'
import { readFile, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import shipped from '../assets/runtime/electron.json' with { type: 'json' }
import { build } from './build.ts'
import { checkout } from './checkout.ts'
import { moduleProgram, output, run, runTask } from './command.ts'
import { makeDebianPackage } from './debian-package.ts'
import { type Runtime, resolveRuntime } from './runtime.ts'

const WRONG_COMMAND_LINE_EXIT_CODE = 64
/** Whoever packages must know: nothing that can be handed out was made. */
const UNAVAILABLE_EXIT_CODE = 69

await runTask(async () => {
  const args = process.argv.slice(2)
  const isTestBuild = args[0] === '--test-build'
  if (args.length > (isTestBuild ? 1 : 0)) {
    console.error('Say nothing, or --test-build for a package that is never handed out.')
    return WRONG_COMMAND_LINE_EXIT_CODE
  }
  const runtime = await resolveRuntime()
  const isOfficial = runtime.kind === 'official' && runtime.version === shipped.electron
  if (isTestBuild && isOfficial) {
    console.error('A test build is made with the test runtime: set ESTRAN_RUNTIME=test.')
    return WRONG_COMMAND_LINE_EXIT_CODE
  }
  if (!isTestBuild && !isOfficial) {
    console.error(`Only the official Electron ${shipped.electron} is handed out, and this is another runtime. \
Run this where it can be downloaded; for a test, add --test-build.`)
    return UNAVAILABLE_EXIT_CODE
  }
  return pack(runtime, isTestBuild ? ['estran-testbuild', 'estran'] : ['estran', 'estran-testbuild'])
})

/** @param names of the package, and of the one that cannot lie beside it */
async function pack(runtime: Runtime, [name, rival]: [string, string]): Promise<number> {
  await build()
  const folder = join(checkout, 'release', name)
  await rm(folder, { recursive: true, force: true })
  const exitCode = await run(moduleProgram('electron-builder'), [
    ...['--config', 'electron-builder.yml'],
    `--config.electronDist=${dirname(runtime.executable)}`,
    `--config.electronVersion=${runtime.version}`,
    `--config.directories.output=${folder}`,
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the fields are electron-builder's own syntax.
    `--config.artifactName=${name}-${'${version}.${ext}'}`,
  ])
  if (exitCode !== 0 || process.platform !== 'linux') return exitCode
  const { version } = JSON.parse(await readFile(join(checkout, 'package.json'), 'utf8'))
  const unpacked = join(folder, 'linux-unpacked')
  const archive = join(folder, `${name}-${version}.tar.gz`)
  const ownedByRoot = ['--owner=root:0', '--group=root:0']
  await output('tar', [
    ...ownedByRoot,
    `--transform=s,^\\.,${name}-${version},`,
    '-czf',
    archive,
    '-C',
    unpacked,
    '.',
  ])
  if (!existsSync('/usr/bin/dpkg-deb')) {
    console.warn('This is not a Debian system: no Debian package was made.')
    return exitCode
  }
  console.log(await makeDebianPackage(unpacked, { name, rival, version }, folder))
  return exitCode
}
