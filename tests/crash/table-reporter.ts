import type { Reporter, TestCase, TestResult } from '@playwright/test/reporter'
import { AttachedRows } from '../attached-rows.ts'
import { textTable } from '../text-table.ts'
import { type Row, rowsAttachment } from './table.ts'

const head = ['what must hold', 'what was broken', 'what was seen', 'verdict']

/** Prints one table of all that the tests of this run broke. */
export default class TableReporter implements Reporter {
  readonly #attached = new AttachedRows<Row>(rowsAttachment)

  onTestEnd(test: TestCase, result: TestResult): void {
    this.#attached.take(test, result)
  }

  onEnd(): void {
    const rows = this.#attached.all.map(({ line, broken, seen, verdict }) => [line, broken, seen, verdict])
    console.log(`\n${textTable(head, rows)}\n`)
  }

  printsToStdio(): boolean {
    return false
  }
}
