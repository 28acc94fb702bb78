import type { Reporter, TestCase, TestResult } from '@playwright/test/reporter'
import { textTable } from '../text-table.ts'
import { type Row, rowsAttachment, type Verdict } from './attempts.ts'

/** Prints every attempt of this run in one table; what belongs to the system stands apart and is not counted. */
export default class TableReporter implements Reporter {
  readonly #rows: Row[] = []

  onTestEnd(_test: TestCase, { attachments }: TestResult): void {
    for (const { name, body } of attachments)
      if (name === rowsAttachment && body !== undefined) this.#rows.push(...JSON.parse(body.toString()))
  }

  onEnd(): void {
    const tried = this.#rows.filter(({ verdict }) => verdict !== 'system')
    if (tried.length === 0) return
    print(['attempt', 'what was seen', 'verdict'], tried)
    const open = count(tried, 'open')
    console.log(`${tried.length} attempts: ${count(tried, 'held')} held, ${open} open.`)
    const system = this.#rows.filter(({ verdict }) => verdict === 'system')
    if (system.length > 0) print(['what belongs to the operating system', 'closed by', 'verdict'], system)
  }

  printsToStdio(): boolean {
    return false
  }
}

function print(head: readonly string[], rows: readonly Row[]): void {
  const cells = rows.map(({ attempt, seen, verdict }) => [attempt, seen, verdict])
  console.log(`\n${textTable(head, cells)}\n`)
}

function count(rows: readonly Row[], verdict: Verdict): number {
  return rows.filter((row) => row.verdict === verdict).length
}
