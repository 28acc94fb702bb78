import type { FullResult, Reporter, TestCase, TestResult } from '@playwright/test/reporter'
import { canaryTable, type Row } from '../report.ts'
import { rowsAttachment } from './rows.ts'

/** Prints one table of all rows that the tests of this run proved, or failed to. */
export default class TableReporter implements Reporter {
  readonly #rows: Row[] = []

  onTestEnd(_test: TestCase, result: TestResult): void {
    for (const { name, body } of result.attachments)
      if (name === rowsAttachment && body !== undefined) this.#rows.push(...JSON.parse(body.toString()))
  }

  onEnd(_result: FullResult): void {
    console.log(`\n${canaryTable(this.#rows)}\n`)
  }

  printsToStdio(): boolean {
    return false
  }
}
