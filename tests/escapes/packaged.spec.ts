import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { FuseV1Options, FuseVersion, flipFuses, getCurrentFuseWire } from '@electron/fuses'
import { program } from '../e2e/post.ts'
import { expect, test } from './fixtures.ts'
import { outcomeOf, packageInto } from './package.ts'

const wrongCommandLine = 64
/** How a fuse stands in the program: a digit, as the wire writes it. */
const [disabled, enabled] = ['0', '1'].map((digit) => digit.charCodeAt(0))
const bare = join(import.meta.dirname, '../bench/bare')

/** Electron's own key of each fuse in electron-builder.yml: its name, begun in lower case. */
const fuses = Object.keys(FuseV1Options)
  .filter((name) => Number.isNaN(Number(name)))
  .map((name) => ({ name, key: name[0]?.toLowerCase() + name.slice(1) }))

test('the packaged program, asked to do what it is not for', async ({ attempts }) => {
  const { executable: stock, app } = program()
  const folder = await mkdtemp(join(tmpdir(), 'estran-package-'))
  const written = join(folder, 'written')
  const hostile = join(folder, 'hostile')
  const code = `require('fs').writeFileSync(${JSON.stringify(written)}, ''); process.exit()`
  await mkdir(hostile)
  await writeFile(join(hostile, 'main.js'), code)
  await writeFile(join(hostile, 'package.json'), '{"name": "hostile", "version": "1.0.0", "main": "main.js"}')
  /** Whether the code given was run. */
  const ran = async () => {
    const yes = existsSync(written)
    await rm(written, { force: true })
    return yes
  }
  try {
    const estran = await packageInto(folder)
    const refused = async (args: string[]) => {
      const { exitCode, said } = await outcomeOf(estran, args)
      expect(exitCode, said).toBe(wrongCommandLine)
      expect(said).not.toMatch(/listening on/i)
      return 'refused before anything opens, exit code 64'
    }

    await test.step('control: the packaged program answers', async () => {
      const { exitCode, said } = await outcomeOf(estran, ['--version'])
      expect(exitCode, said).toBe(0)
    })
    await attempts.holds('a fuse nobody has decided', async () => {
      const configuration = await readFile(join(app, 'electron-builder.yml'), 'utf8')
      const wire = await getCurrentFuseWire(estran)
      expect(wire.version).toBe(FuseVersion.V1)
      const ofWire = Object.keys(wire).filter((name) => name !== 'version')
      expect(ofWire.length, 'the program has a fuse that nobody knows').toBe(fuses.length)
      for (const { name, key } of fuses) {
        const decided = new RegExp(`^  ${key}: (true|false)$`, 'm').exec(configuration)?.[1]
        expect(decided, `${key} is not decided in electron-builder.yml`).toBeDefined()
        const state = Reflect.get(wire, FuseV1Options[name as keyof typeof FuseV1Options])
        expect(state, name).toBe(decided === 'true' ? enabled : disabled)
      }
      return `${fuses.length} fuses, each read back as decided`
    })
    await attempts.holds('a program whose fuses were changed, unnoticed by "estran check"', async () => {
      const told = async () => {
        const { said } = await outcomeOf(estran, ['check', '--json', '--policy', '/none', '--state', folder])
        const report = JSON.parse(said.slice(said.indexOf('{\n'), said.lastIndexOf('}') + 1))
        return report.lines.find(({ check }: { check: string }) => check === 'fuses').finding
      }
      expect(await told()).toBe('set')
      const config = { version: FuseVersion.V1, resetAdHocDarwinSignature: false } as const
      await flipFuses(estran, { ...config, [FuseV1Options.EnableNodeCliInspectArguments]: true })
      expect(await told()).toBe('unset')
      await flipFuses(estran, { ...config, [FuseV1Options.EnableNodeCliInspectArguments]: false })
      return 'read back from the program itself: set, then unset once one was flipped'
    })
    await attempts.holds('ELECTRON_RUN_AS_NODE=1', async () => {
      const asNode = { ELECTRON_RUN_AS_NODE: '1' }
      await outcomeOf(stock, ['-e', code], asNode)
      expect(await ran(), 'control: a stock Electron runs it').toBe(true)
      await outcomeOf(estran, ['-e', code], asNode)
      expect(await ran()).toBe(false)
      return 'not a Node; a stock Electron is'
    })
    await attempts.holds('NODE_OPTIONS=--require', async () => {
      const options = { NODE_OPTIONS: `--require ${join(hostile, 'main.js')}` }
      await outcomeOf(stock, [app, '--version'], options)
      expect(await ran(), 'control: a stock Electron loads it').toBe(true)
      await outcomeOf(estran, ['--version'], options)
      expect(await ran()).toBe(false)
      return 'not loaded; a stock Electron does'
    })
    await attempts.holds('--inspect', async () => {
      const { said } = await outcomeOf(stock, ['--inspect=0', app, '--version'])
      expect(said, 'control: a stock Electron listens').toContain('Debugger listening')
      await refused(['--inspect-brk=0'])
      return refused(['--inspect=0'])
    })
    await attempts.holds('--remote-debugging-port', async () => {
      const { said } = await outcomeOf('timeout', ['3', stock, bare, '--remote-debugging-port=0'])
      expect(said, 'control: a stock Electron listens').toContain('DevTools listening')
      await refused(['--visitor', '-remote-debugging-port=0']).catch(() => {})
      await refused(['-remote-debugging-port=0'])
      await refused(['--remote-debugging-pipe'])
      return refused(['--remote-debugging-port=0'])
    })
    await attempts.holds('another application on the command line', async () => {
      await outcomeOf(stock, [hostile])
      expect(await ran(), 'control: a stock Electron runs it').toBe(true)
      await refused([hostile])
      expect(await ran()).toBe(false)
      return 'refused; a stock Electron runs it'
    })
    for (const option of [
      '--no-sandbox',
      '--disable-web-security',
      '--load-extension=/tmp',
      '--js-flags=--expose-gc',
      '--visitor-debugging',
    ]) {
      await attempts.holds(option, () => refused([option]))
    }
    await attempts.holds('a visitor started by hand', async () => {
      const { exitCode, said } = await outcomeOf(estran, ['--visitor', '--remote-debugging-port=0'])
      expect(exitCode).not.toBe(0)
      expect(said).not.toContain('DevTools listening')
      return 'ends at once: only a guardian starts one'
    })
    await attempts.holds('resources/app in place of app.asar', async () => {
      const resources = join(dirname(estran), 'resources')
      await rename(join(resources, 'app.asar'), join(folder, 'app.asar'))
      await rm(join(resources, 'app'), { recursive: true, force: true })
      await rename(hostile, join(resources, 'app'))
      await outcomeOf(estran, [])
      expect(await ran()).toBe(false)
      return 'not run'
    })
    attempts.keptBySystem('The program or its app.asar replaced on disk', {
      'debian/root/usr/lib/systemd/system/estran-kiosk.service': 'User=estran',
    })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
})
