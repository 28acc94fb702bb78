// Debian packages that the tasks need: which ones are missing, and their installation.
import { spawnSync } from 'node:child_process'
import process from 'node:process'

/** Libraries that Electron links to but does not bring, and the visitor's namespace. */
const ELECTRON = [
  'libgtk-3-0',
  'libnss3',
  'libasound2',
  'libgbm1',
  'libdrm2',
  'libcups2',
  'libatk-bridge2.0-0',
  'libatspi2.0-0',
  'libxcomposite1',
  'libxdamage1',
  'libxrandr2',
  'libxkbcommon0',
  'libpango-1.0-0',
  'libcairo2',
  'bubblewrap',
]
const DISPLAY = ['xvfb', 'xauth']
/** Takes pictures of the screen. */
const PICTURES = ['imagemagick']
/** Measured against, and the browser of the dashboard’s tests. */
const CHROMIUM = ['chromium']
/** Sees every path that a program writes. */
const TRACING = ['strace']
/** Mounts without rights. */
const MOUNTING = ['bindfs']
/** Scans with a scanner that SANE makes up for tests. */
const SCANNING = ['sane-utils']
/** Voices, and what speaks with them. */
const SPEAKING = ['speech-dispatcher', 'speech-dispatcher-espeak-ng']
/** A print server of the tests’ own and readers of what it prints, a program that fills the clipboard, a list of windows. */
const SHARING = ['cups', 'cups-filters', 'poppler-utils', 'xclip', 'x11-utils']
/** Presses keys and moves the pointer as a person does. */
const HANDS = ['xdotool']
/** A desktop bus, and what listens on it as a screen reader does. */
const LISTENING = ['dbus-daemon', 'at-spi2-core', 'python3-gi', 'gir1.2-atspi-2.0']
/** A site with a certificate of its own, and who trusts it. */
const CERTIFYING = ['openssl', 'libnss3-tools']
/** The coordinator's other database. */
const DATABASE = ['postgresql']
/** Reads whether what is written for Windows is XML. */
const XML = ['libxml2-utils']
/** A Debian of its own to install in. */
const BARE_DEBIAN = ['mmdebstrap']

/**
 * Debian packages that a task needs.
 * @param {string} task
 * @param {boolean} hasDisplay whether a person's display is there to open a window on
 * @returns {string[]}
 */
export function packagesFor(task, hasDisplay) {
  if (task === 'start') return hasDisplay ? ELECTRON : [...ELECTRON, ...DISPLAY, ...PICTURES]
  if (task === 'screenshots') return [...ELECTRON, ...DISPLAY, ...PICTURES, ...SPEAKING, ...SHARING]
  if (task === 'test')
    return [
      ...ELECTRON,
      ...DISPLAY,
      ...CHROMIUM,
      ...TRACING,
      ...MOUNTING,
      ...SCANNING,
      ...SPEAKING,
      ...SHARING,
      ...HANDS,
      ...LISTENING,
      ...CERTIFYING,
      ...DATABASE,
      ...XML,
    ]
  if (task === 'test-package') return [...ELECTRON, ...BARE_DEBIAN, ...PICTURES]
  if (task === 'bench') return [...ELECTRON, ...DISPLAY, ...CHROMIUM, ...DATABASE]
  return []
}

/**
 * The wanted packages that are not installed, nor provided under a newer name (libasound2 by libasound2t64).
 * @param {string[]} wanted
 * @param {string} listing lines of "status<TAB>package<TAB>provided, provided (= version)"
 * @returns {string[]}
 */
export function missingPackages(wanted, listing) {
  const present = new Set()
  for (const line of listing.split('\n')) {
    const [status, name, provides = ''] = line.split('\t')
    if (status !== 'installed') continue
    present.add(name)
    for (const provided of provides.split(',')) present.add(provided.trim().split(' ')[0])
  }
  return wanted.filter((name) => !present.has(name))
}

/**
 * Installs what is missing when root; otherwise throws an error that holds the line to type.
 * @param {string[]} wanted
 */
export function installPackages(wanted) {
  if (wanted.length === 0) return
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the fields are dpkg's own syntax.
  const fields = '${db:Status-Status}\t${Package}\t${Provides}\n'
  const query = spawnSync('dpkg-query', ['--show', `--showformat=${fields}`], { maxBuffer: 2 ** 26 })
  if (query.error) {
    console.warn(`This is not a Debian system: nothing checks that it has the like of ${wanted.join(' ')}.`)
    return
  }
  const missing = missingPackages(wanted, query.stdout.toString())
  if (missing.length === 0) return

  const install = ['install', '--yes', '--no-install-recommends', ...missing]
  const line = `apt-get update && apt-get ${install.join(' ')}`
  if (process.getuid?.() !== 0) {
    throw new Error(`Debian packages are missing. As root, type:\n  ${line}`)
  }
  console.log(`Installing Debian packages: ${missing.join(' ')}`)
  // The lists of a fresh machine are empty, those of an old one may name files that are gone.
  if (aptGet(install) || (aptGet(['update']) && aptGet(install))) return
  throw new Error(`Debian packages could not be installed. Read apt's message above, then type:\n  ${line}`)
}

/** @param {string[]} args */
function aptGet(args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  return (
    spawnSync('apt-get', ['--quiet', ...args], { stdio: ['ignore', 'inherit', 'inherit'], env }).status === 0
  )
}
