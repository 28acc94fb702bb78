import type { Reporter, TestCase, TestResult } from '@playwright/test/reporter'
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
    const cells = [head, ...this.#rows.map((row) => [row.line, row.broken, row.seen, row.verdict])]
    const widths = head.map((_name, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)))
    const lines = cells.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | '))
    console.log(`\n${lines.map((line) => line.trimEnd()).join('\n')}\n`)
  }

  printsToStdio(): boolean {
    return false
  }
}
