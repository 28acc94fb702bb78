import { log } from '../lib/log.ts'

type Call = (...params: never[]) => Promise<unknown>

/** Makes the calls of a port fail on demand, so that tests can see what follows. */
export type Faults = {
  /**
   * The same port, each of its calls a step named `PORT.CALL`.
   * @param port only functions that return a promise are steps; what else it holds stays as it is
   */
  at<Port extends object>(name: string, port: Port): Port
}

/** The program as people have it. */
export const noFaults: Faults = { at: (_name, port) => port }

/** They never throw, and whoever calls them counts on it: an error there is none that can be. */
const neverFail = ['spare.discard', 'journal.read']

const hows = ['kill', 'kill-within', 'fail-once', 'fail', 'hang', 'skip'] as const
type How = (typeof hows)[number]

/**
 * Reads which step is to fail. From source only: a packaged program is given no environment to read.
 *
 * `ESTRAN_FAULT=STEP:HOW`, where STEP is `PORT.CALL`, `PORT` for `PORT.wipe`, or `any`; HOW is `kill` (the guardian dies
 * before the step), `kill-within` (it dies in the middle of it), `fail-once`, `fail` (that time, and ever after), `hang` or
 * `skip` (says it is done, did nothing). `ESTRAN_FAULT_AT=N` begins with the N-th such step. Each step is told in the log.
 */
export function readFaults(
  env: Readonly<Record<string, string | undefined>>,
  die: () => void = killMyself,
): Faults {
  const { ESTRAN_FAULT: asked, ESTRAN_FAULT_AT: from = '1' } = env
  if (asked === undefined || asked === '') return noFaults
  const [where = '', word] = asked.split(':')
  const how = hows.find((known) => known === word)
  if (how === undefined) throw new Error(`ESTRAN_FAULT=${asked}: say STEP:HOW, HOW being ${hows.join(', ')}.`)
  let count = 0

  const strikes = (step: string): boolean => {
    if (where !== 'any' && step !== where && step !== `${where}.wipe`) return false
    count += 1
    log.info({ step, count }, 'step')
    if (how.startsWith('fail') && neverFail.includes(step)) return false
    return how === 'fail-once' ? count === Number(from) : count >= Number(from)
  }
  return {
    at: (name, port) => {
      const calls = Object.entries(port).map(([call, work]) => {
        if (typeof work !== 'function') return [call, work]
        const step = `${name}.${call}`
        return [
          call,
          (...params: never[]) =>
            strikes(step) ? struck(how, () => (work as Call)(...params), die) : work(...params),
        ]
      })
      return Object.fromEntries(calls)
    },
  }
}

async function struck(how: How, work: () => Promise<unknown>, die: () => void): Promise<unknown> {
  switch (how) {
    case 'kill':
      return dead(die)
    case 'kill-within':
      void work().catch(() => {})
      // Long enough for a first system call, too short for the last one.
      await new Promise((resolve) => setTimeout(resolve, 1))
      return dead(die)
    case 'hang':
      return new Promise(() => {})
    case 'skip':
      return undefined
    default:
      throw Object.assign(new Error('injected'), { code: 'EIO' })
  }
}

/** Nothing comes after it. */
function dead(die: () => void): Promise<never> {
  die()
  return new Promise(() => {})
}

function killMyself(): void {
  process.kill(process.pid, 'SIGKILL')
}
