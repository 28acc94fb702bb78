// Runs a task as a user without rights, in a copy of the checkout that this user owns: Chromium's sandbox refuses
// root, and a checkout may lie where no other user can read. Usage: unprivileged.ts TASK [arguments].
import { existsSync } from 'node:fs'
import { copyFile, mkdir, mkdtemp, readdir, rm, stat, symlink } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { execa } from 'execa'
import { checkout } from './checkout.ts'
import { type Environment, output, run, runTask } from './command.ts'
import { type Runtime, resolveRuntime } from './runtime.ts'

const USER = 'estran'
const AS_USER = ['--reuid', USER, '--regid', USER, '--init-groups', '--pdeathsig', 'TERM']

/** Results that are brought back from the copy. */
const RESULTS = ['tour', 'test-results']
const NOT_COPIED = [...RESULTS, '.git', 'node_modules', 'release', 'coverage']

await runTask(async () => {
  const [task = '', ...args] = process.argv.slice(2)
  const runtime = await resolveRuntime()
  await ensureUser()
  const folder = await mkdtemp('/var/tmp/estran-')
  try {
    const copy = await fillFolder(folder)
    const env = Object.entries(environment(folder, copy, runtime)).map(([name, value]) => `${name}=${value}`)
    const command = ['env', '--ignore-environment', ...env, 'node', `scripts/${task}.ts`, ...args]
    const exitCode = await run('setpriv', [...AS_USER, ...command], {}, copy)
    await bringBack(copy)
    return exitCode
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
})

async function ensureUser(): Promise<void> {
  const lookUp = () => execa('id', [USER], { reject: false })
  if (!(await lookUp()).failed) return
  const options = ['--system', '--user-group', '--no-create-home', '--home-dir', '/nonexistent']
  const { failed, stderr } = await execa('useradd', [...options, '--shell', '/usr/sbin/nologin', USER], {
    reject: false,
  })
  // Another task may have made the user in between.
  if (failed && (await lookUp()).failed) throw new Error(`The user "${USER}" could not be made: ${stderr}`)
}

/** Fills the folder with a home and the copy, gives all of it to the user, and resolves to the copy's path. */
async function fillFolder(folder: string): Promise<string> {
  const copy = join(folder, 'checkout')
  const home = join(folder, 'home')
  await mkdir(copy)
  await mkdir(home)
  const entries = (await readdir(checkout)).filter((name) => !NOT_COPIED.includes(name))
  await output('cp', ['--archive', '--reflink=auto', '--target-directory', copy, '--', ...entries])
  // Half a gigabyte is only copied when it must be.
  const modules = join(checkout, 'node_modules')
  if (await isReadableByUser(modules)) await symlink(modules, join(copy, 'node_modules'))
  else await output('cp', ['--archive', '--reflink=auto', modules, copy])

  const cookie = process.env.XAUTHORITY || join(homedir(), '.Xauthority')
  if (existsSync(cookie)) await copyFile(cookie, join(home, '.Xauthority'))
  await output('chown', ['--recursive', '--no-dereference', `${USER}:${USER}`, folder])
  return copy
}

async function isReadableByUser(path: string): Promise<boolean> {
  const probe = await execa(
    'setpriv',
    [...AS_USER, 'test', '-r', join(checkout, path, '.package-lock.json')],
    {
      reject: false,
    },
  )
  return !probe.failed
}

/** Nothing of root's environment reaches the task but how to speak to the terminal, the display, and our own settings. */
function environment(folder: string, copy: string, runtime: Runtime): Environment {
  const kept = Object.entries(process.env).filter(([name]) =>
    /^(ESTRAN_.*|DEBUG|TERM|LANG|LC_ALL|TZ|CI|NO_COLOR|FORCE_COLOR|DISPLAY)$/.test(name),
  )
  const authority = join(folder, 'home/.Xauthority')
  return {
    ...Object.fromEntries(kept),
    ...(existsSync(authority) ? { XAUTHORITY: authority } : {}),
    PATH: `${join(copy, 'node_modules/.bin')}:/usr/local/bin:/usr/bin:/bin`,
    HOME: join(folder, 'home'),
    USER,
    LOGNAME: USER,
    ESTRAN_ELECTRON: runtime.executable.replace(join(checkout, '/'), join(copy, '/')),
    ESTRAN_RUNTIME_KIND: runtime.kind,
  }
}

/** Replaces the checkout's results by those of the copy, owned as the checkout is. */
async function bringBack(copy: string): Promise<void> {
  const { uid, gid } = await stat(checkout)
  for (const name of RESULTS.filter((result) => existsSync(join(copy, result)))) {
    await rm(join(checkout, name), { recursive: true, force: true })
    await output('cp', ['--archive', join(copy, name), checkout])
    await output('chown', ['--recursive', '--no-dereference', `${uid}:${gid}`, join(checkout, name)])
  }
}
