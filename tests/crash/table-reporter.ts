import type { Reporter, TestCase, TestResult } from '@playwright/test/reporter'
import { textTable } from '../text-table.ts'
import { type Row, rowsAttachment } from './table.ts'

const head = ['what must hold', 'what was broken', 'what was seen', 'verdict']

/** Prints one table of all that the tests of this run broke. */
export default class TableReporter implements Reporter {
  readonly #rows: Row[] = []

  onTestEnd(_test: TestCase, result: TestResult): void {
    for (const { name, body } of result.attachments)
      if (name === rowsAttachment && body !== undefined) this.#rows.push(JSON.parse(body.toString()))
  }

  onEnd(): void {
    const rows = this.#rows.map(({ line, broken, seen, verdict }) => [line, broken, seen, verdict])
    console.log(`\n${textTable(head, rows)}\n`)
  }

  printsToStdio(): boolean {
    return false
  }
}
