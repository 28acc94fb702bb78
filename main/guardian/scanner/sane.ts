import { execFile, spawn } from 'node:child_process'
import { promisify } from 'node:util'
import type { Scanner, ScanOutcome } from './scanner.ts'

const program = '/usr/bin/scanimage'
const listWithinMilliseconds = 20_000
/** A page in colours takes a minute on slow scanners; some calls hang for ever. */
const scanWithinMilliseconds = 120_000
/** Interrupted, `scanimage` sends the lamp home before it ends. */
const stopWithinMilliseconds = 2_000
const lastWordsLength = 4_000

/** Nearly every device knows both; left to themselves, many scan line art. */
const legible = ['--mode=Color', '--resolution=200']

/** SANE's sentences for its states (sane_strstatus): a page that fails midway may end without the exit code for it. */
const troubles: [sentence: RegExp, why: Extract<ScanOutcome, { is: 'failed' }>['why']][] = [
  [/Document feeder jammed/, 'jammed'],
  [/Document feeder out of documents/, 'empty'],
  [/Scanner cover is open/, 'coverOpen'],
  [/Device busy/, 'busy'],
  [/no SANE devices found|open of device .* failed/, 'noScanner'],
]

/**
 * A scanner through SANE's `scanimage`.
 * @param device as SANE names it; left out, the first one there is
 * @param options of the device, left out again if it does not know them
 */
export function saneScanner(device: string | undefined, options: readonly string[] = legible): Scanner {
  const plain = ['--format=pdf', '--progress', ...(device === undefined ? [] : [`--device-name=${device}`])]
  return {
    devices: async () => {
      const listing = promisify(execFile)(program, ['--formatted-device-list=%d%n'], {
        timeout: listWithinMilliseconds,
        killSignal: 'SIGKILL',
      })
      return (await listing).stdout.split('\n').filter((line) => line !== '')
    },
    scan: async (into, workIn, onProgress, signal) => {
      const scan = (args: readonly string[]) => scanOnce(args, into, workIn, onProgress, signal)
      const first = await scan([...plain, ...options])
      const isUnknownOption = first.code === 1 && /option/.test(first.lastWords)
      return outcomeOf(isUnknownOption ? await scan(plain) : first, signal)
    },
  }
}

type Ending = { code: number | null; lastWords: string }

function outcomeOf({ code, lastWords }: Ending, signal: AbortSignal): ScanOutcome {
  if (signal.aborted) return { is: 'cancelled' }
  if (code === 0) return { is: 'scanned' }
  if (code === null && lastWords === '') return { is: 'failed', why: 'noScanner' }
  return { is: 'failed', why: troubles.find(([sentence]) => sentence.test(lastWords))?.[1] ?? 'failed' }
}

function scanOnce(
  args: readonly string[],
  into: number,
  workIn: string,
  onProgress: (percent: number) => void,
  signal: AbortSignal,
): Promise<Ending> {
  const child = spawn(program, args, {
    cwd: workIn,
    // SANE translates its sentences otherwise.
    env: { ...process.env, LC_ALL: 'C' },
    stdio: ['ignore', into, 'pipe'],
  })
  let lastWords = ''
  child.stderr?.setEncoding('latin1').on('data', (text: string) => {
    lastWords = (lastWords + text).slice(-lastWordsLength)
    const percent = Number(/.*Progress: (\d+\.\d+)%/s.exec(lastWords)?.[1])
    if (percent <= 100) onProgress(percent)
  })
  const stop = () => {
    child.kill('SIGINT')
    setTimeout(() => child.kill('SIGKILL'), stopWithinMilliseconds).unref()
  }
  const limit = setTimeout(stop, scanWithinMilliseconds)
  signal.addEventListener('abort', stop, { once: true })
  if (signal.aborted) stop()
  return new Promise((resolve) => {
    const end = (code: number | null) => {
      clearTimeout(limit)
      signal.removeEventListener('abort', stop)
      resolve({ code, lastWords })
    }
    child.once('error', () => end(null))
    child.once('close', end)
  })
}
