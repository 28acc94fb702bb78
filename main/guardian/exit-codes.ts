/** Every exit code of the program, those from 64 on as in sysexits(3), and what each says. */
const table = {
  fine: [0, 'stopped, or nothing wrong'],
  warned: [1, 'check: something deserves a look'],
  failed: [2, 'check: a promise is not kept'],
  wrongUse: [64, 'wrong command line'],
  wrongData: [
    65,
    'receipts removed, altered or unreadable; entries of the catalogue unreadable, hosts that do not resolve',
  ],
  notConnected: [69, 'hosts that could not be looked up'],
  defect: [70, 'defect'],
  cannotStart: [71, 'Electron could not start'],
  alreadyRunning: [75, 'an Estran is running with this state folder'],
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
