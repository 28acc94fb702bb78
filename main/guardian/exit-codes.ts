/** Every exit code of the program, those from 64 on as in sysexits(3), and what each says. */
const table = {
  fine: [0, 'stopped, or nothing wrong'],
  warned: [1, 'check: something deserves a look'],
  failed: [2, 'check: a promise is not kept'],
  notNow: [3, 'updates: not now, for the reason that is said'],
  wrongUse: [64, 'wrong command line'],
  wrongData: [
    65,
    'receipts removed, altered or unreadable; entries of the catalogue unreadable, hosts that do not resolve; a mistyped pairing code',
  ],
  notConnected: [69, 'hosts that could not be looked up, a coordinator that could not be reached'],
  defect: [70, 'defect'],
  cannotStart: [71, 'Electron could not start'],
  notWritten: [73, 'pair: the state folder cannot be written'],
  alreadyRunning: [75, 'an Estran is running with this state folder'],
  refused: [77, 'pair: a coordinator that refuses, or is another one than the code says'],
  wrongPolicy: [78, 'wrong policy (policy, catalogue; a post with one opens all the same, and rests)'],
} as const satisfies Record<string, readonly [code: number, meaning: string]>

export type ExitReason = keyof typeof table

export const exitCodes = Object.fromEntries(
  Object.entries(table).map(([reason, [code]]) => [reason, code]),
) as { [Reason in ExitReason]: (typeof table)[Reason][0] }

/** For `--help`, a line each. */
export const exitCodeLines: readonly string[] = Object.values(table).map(
  ([code, meaning]) => `  ${String(code).padStart(2)}  ${meaning}`,
)
