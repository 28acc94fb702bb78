import type { TestModule } from 'vitest/node'
import type {} from './table.ts'

/** Prints the rows of all tests when the run has ended. */
export default class TableReporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()])
    const rows = tests.flatMap((test) => test.meta().row ?? [])
    const cells = [
      ['row', 'place', 'planted', 'found before', 'found after', 'outside lost', 'seconds'],
      ...rows.map((row) => [
        row.row,
        row.place,
        row.planted,
        `${row.before}`,
        `${row.after}`,
        `${row.outsideLost}`,
        row.seconds.toFixed(2),
      ]),
    ]
    const widths = cells[0]?.map((_head, column) =>
      Math.max(...cells.map((line) => line[column]?.length ?? 0)),
    )
    for (const line of cells) {
      console.log(
        line
          .map((cell, column) => cell.padEnd(widths?.[column] ?? 0))
          .join(' | ')
          .trimEnd(),
      )
    }
    for (const test of tests) {
      const { notHere } = test.meta()
      if (notHere !== undefined) console.log(`not here: ${test.name}: ${notHere}`)
    }
  }
}
