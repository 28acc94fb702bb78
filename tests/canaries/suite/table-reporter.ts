import type { FullResult, Reporter, TestCase, TestResult } from '@playwright/test/reporter'
import { canaryTable, type Row } from '../report.ts'
import { notHereAnnotation, rowsAttachment } from './rows.ts'

/** Prints one table of all rows that the tests of this run proved, or failed to; then what cannot be planted here. */
export default class TableReporter implements Reporter {
  readonly #rows: Row[] = []
  readonly #notHere: string[] = []

  onTestEnd(_test: TestCase, result: TestResult): void {
    for (const { name, body } of result.attachments)
      if (name === rowsAttachment && body !== undefined) this.#rows.push(...JSON.parse(body.toString()))
    for (const { type, description = '' } of result.annotations)
      if (type === notHereAnnotation) this.#notHere.push(`not here: ${description}`)
  }

  onEnd(_result: FullResult): void {
    console.log(`\n${[canaryTable(this.#rows), ...this.#notHere].join('\n')}\n`)
  }

  printsToStdio(): boolean {
    return false
  }
}
