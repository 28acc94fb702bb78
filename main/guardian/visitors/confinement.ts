import { accessSync, constants, existsSync, statSync } from 'node:fs'

/** How a visitor is held: a command line around the program's own. */
export type Confinement = {
  kind: 'bubblewrap' | 'folders'
  wrap(command: string, args: readonly string[], root: string): { command: string; args: string[] }
}

/** Nothing but folders of its own: where bubblewrap is not installed, and on Windows. */
export const foldersOnly: Confinement = {
  kind: 'folders',
  wrap: (command, args) => ({ command, args: [...args] }),
}

export const bubblewrap = '/usr/bin/bwrap'

/**
 * A namespace in which the whole system is read-only, other people's places are empty, and the session root is the
 * only folder that can be written in; it dies with the guardian.
 * @param program folders the program itself runs from: shown again where they lie in a place that was emptied
 * @param secret files and folders that hold what no visitor may read: the policy with its PIN hash, journal and counts
 */
export function bubblewrapped(program: readonly string[], secret: readonly string[]): Confinement {
  return {
    kind: 'bubblewrap',
    wrap: (command, args, root) => ({
      command: bubblewrap,
      args: [
        ...['--ro-bind', '/', '/', '--dev-bind', '/dev', '/dev', '--proc', '/proc'],
        ...emptied.filter((folder) => existsSync(folder)).flatMap((folder) => ['--tmpfs', folder]),
        ...[...shown, ...program]
          .filter((folder) => existsSync(folder))
          .flatMap((folder) => ['--ro-bind', folder, folder]),
        ...[...closed, ...secret].filter((path) => existsSync(path)).flatMap(hide),
        ...['--bind', root, root, '--chdir', root],
        ...['--unshare-pid', '--die-with-parent', '--', command, ...args],
      ],
    }),
  }
}

/** Beside people's own places: sticks, printers, the system's services and its seat are the guardian's to reach. */
const emptied = [
  ...['/tmp', '/var/tmp', '/home', '/dev/shm', '/run/user'],
  ...['/media', '/run/media', '/run/cups', '/run/dbus'],
]
const closed = ['/run/seatd.sock']
const shown = ['/tmp/.X11-unix']

function hide(path: string): string[] {
  return statSync(path).isDirectory() ? ['--tmpfs', path] : ['--ro-bind', '/dev/null', path]
}

/** Bubblewrap where it is installed. */
export function bestConfinement(program: readonly string[], secret: readonly string[]): Confinement {
  try {
    accessSync(bubblewrap, constants.X_OK)
    return bubblewrapped(program, secret)
  } catch {
    return foldersOnly
  }
}
