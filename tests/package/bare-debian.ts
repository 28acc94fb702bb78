import { mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { execa } from 'execa'

const mirrors = [
  'deb http://deb.debian.org/debian bookworm main',
  'deb http://deb.debian.org/debian bookworm-updates main',
  'deb http://deb.debian.org/debian-security bookworm-security main',
]

/** What a command did inside. */
export type Outcome = { code: number; out: string }

/** This machine's network, where Debian's mirrors are; or one of its own, on which there is nothing yet. */
export type Network = 'shared' | 'own'

/** A Debian 12 in a folder of its own, thrown away at the end. */
export type BareDebian = {
  /** Its `/`, seen from outside. */
  root: string
  /**
   * Runs a shell script inside as root, with every process it left ended after it. Nothing starts services there: no
   * systemd runs.
   * @param bound files shown inside: path there to path here
   */
  run: (script: string, bound?: Record<string, string>, network?: Network) => Promise<Outcome>
  remove: () => Promise<void>
}

/** Makes one, with these packages besides the least there is. */
export async function makeBareDebian(packages: readonly string[]): Promise<BareDebian> {
  const folder = await mkdtemp('/var/tmp/estran-debian-')
  const root = join(folder, 'root')
  await execa('mmdebstrap', [
    ...['--mode=root', '--variant=minbase', `--include=${packages.join(',')}`],
    // As in every system that is being made: services wait for its first start.
    '--customize-hook=printf "#!/bin/sh\\nexit 101\\n" >"$1/usr/sbin/policy-rc.d"; chmod 755 "$1/usr/sbin/policy-rc.d"',
    ...['bookworm', root, ...mirrors],
  ])
  return {
    root,
    run: async (script, bound = {}, network = 'shared') => {
      const shown = Object.entries(bound).flatMap(([there, here]) => ['--ro-bind', here, there])
      const net = network === 'own' ? ['--unshare-net'] : []
      const args = [...walls(root), ...net, ...shown, 'sh', '-ec', `${ownProc}; ${script}`]
      const { exitCode, stdout, stderr } = await execa('bwrap', args, { reject: false })
      return { code: exitCode ?? -1, out: `${stdout}\n${stderr}`.trim() }
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}

/** bubblewrap's own would be covered in parts, and a visitor's bubblewrap, inside this one, then gets none. */
const ownProc = 'mount -t proc proc /proc'

/** Not a chroot: Chromium's sandbox makes user namespaces, which the kernel refuses inside one. */
function walls(root: string): string[] {
  const memory = '--tmpfs /run --perms 1777 --tmpfs /tmp --perms 1777 --tmpfs /dev/shm'
  const places = `--bind ${root} / --dev /dev ${memory} --ro-bind /etc/resolv.conf /etc/resolv.conf`
  const processes = '--unshare-pid --unshare-ipc --die-with-parent --cap-add ALL'
  const user = '--clearenv --setenv HOME /root --setenv LANG C.UTF-8 --setenv DEBIAN_FRONTEND noninteractive'
  const programs = '--setenv PATH /usr/sbin:/usr/bin:/sbin:/bin'
  return `${places} ${processes} ${user} ${programs}`.split(' ')
}
