import type { Reporter, TestCase, TestResult } from '@playwright/test/reporter'
import { AttachedRows } from '../attached-rows.ts'
import { textTable } from '../text-table.ts'
import { type Row, rowsAttachment, type Verdict } from './attempts.ts'

/** Prints every attempt of this run in one table; what belongs to the system stands apart and is not counted. */
export default class TableReporter implements Reporter {
  readonly #attached = new AttachedRows<Row>(rowsAttachment)

  onTestEnd(test: TestCase, result: TestResult): void {
    this.#attached.take(test, result)
  }

  onEnd(): void {
    const rows = this.#attached.all
    const tried = rows.filter(({ verdict }) => verdict !== 'system')
    if (tried.length === 0) return
    print(['attempt', 'what was seen', 'verdict'], tried)
    const open = count(tried, 'open')
    console.log(`${tried.length} attempts: ${count(tried, 'held')} held, ${open} open.`)
    const system = rows.filter(({ verdict }) => verdict === 'system')
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
