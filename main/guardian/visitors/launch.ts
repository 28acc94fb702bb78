import { dirname } from 'node:path'
import { app } from 'electron'
import { installation } from '../../lib/installation.ts'
import { placeOnScreen } from '../window.ts'
import { bestConfinement, type Confinement } from './confinement.ts'
import { makeSessionRoot, type RootBase } from './session-root.ts'
import { startVisitor, type Visitor } from './visitor.ts'

/** Variables of the guardian's own environment that a visitor needs to reach display and time zone. */
const passedOn = ['PATH', 'DISPLAY', 'WAYLAND_DISPLAY', 'TZ', 'SYSTEMROOT', 'WINDIR']

/** A locale every Linux has: with one that is not installed, Chromium loses the accents of what is downloaded. */
const locale = { LC_ALL: 'C.UTF-8', LANGUAGE: 'fr' }

export type Hold = { base: RootBase; held: Confinement; kiosk: boolean; visitorDebugging: boolean }

/** The best way to hold visitors on this machine. */
export function confinement(secret: readonly string[]): Confinement {
  return bestConfinement([dirname(process.execPath), app.getAppPath()], secret)
}

/** Starts a visitor in a session root of its own: it gets a clean environment and no secret. */
export async function launchVisitor({ base, held, kiosk, visitorDebugging }: Hold): Promise<Visitor> {
  const root = await makeSessionRoot(base)
  const inherited = passedOn.flatMap((name) =>
    process.env[name] === undefined ? [] : [[name, process.env[name]]],
  )
  const { x, y, width, height } = placeOnScreen()
  const args = [
    ...installation.appArguments(),
    '--visitor',
    // On the command line of every process of the tree: by it they are found if they outlive their parent.
    `--user-data-dir=${root.folder}/profile`,
    ...(kiosk ? ['--kiosk'] : [`--window=${x},${y},${width},${height}`]),
    // A tester has no camera to show.
    ...(visitorDebugging ? ['--remote-debugging-port=0', '--use-fake-device-for-media-stream'] : []),
  ]
  return startVisitor(
    root.folder,
    {
      ...held.wrap(process.execPath, args, root.folder),
      env: { ...Object.fromEntries(inherited), ...locale, ...root.env },
      cwd: root.folder,
    },
    visitorDebugging,
  )
}
