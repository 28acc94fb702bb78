import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

/** What a screen reader knows of one thing on the screen, by the names of AT-SPI. */
export type Heard = { role: string; name: string; hasFocus: boolean; live: string | null }

/** Who listens to the accessibility tree of every program on one desktop bus. */
export type ScreenReader = {
  /** Makes a program speak to it. */
  env: Record<string, string>
  /** All there is to read now, in reading order. */
  tree(): Promise<Heard[]>
  /** What was announced since this was last asked. */
  told(): Promise<(Heard & { event: string })[]>
  stop(): void
}

/** Starts a desktop bus of its own, and a reader on it (Debian's at-spi2-core, python3-gi, gir1.2-atspi-2.0). */
export async function startScreenReader(): Promise<ScreenReader> {
  const bus = spawn('dbus-daemon', ['--session', '--nofork', '--print-address=1'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const [address] = (await once(createInterface({ input: bus.stdout }), 'line')) as [string]
  const env = { DBUS_SESSION_BUS_ADDRESS: address, ACCESSIBILITY_ENABLED: '1' }
  const reader = spawn('python3', [join(import.meta.dirname, 'screen-reader.py')], {
    env: { ...process.env, ...env },
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const answers = createInterface({ input: reader.stdout })
  const ask = async (question: 'tree' | 'told') => {
    const answered = once(answers, 'line')
    reader.stdin.write(`${question}\n`)
    return JSON.parse((await answered)[0])
  }
  // It is there once it has answered.
  await ask('told')
  return {
    env,
    tree: () => ask('tree'),
    told: () => ask('told'),
    stop: () => {
      reader.kill()
      bus.kill()
    },
  }
}
