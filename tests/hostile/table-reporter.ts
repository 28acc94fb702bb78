import type { TestModule } from 'vitest/node'
import { textTable } from '../text-table.ts'
import type {} from './table.ts'

/** Prints the rows of all tests when the run has ended. */
export default class TableReporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()])
    const rows = tests.flatMap((test) => test.meta().row ?? [])
    const table = textTable(
      ['row', 'place', 'planted', 'found before', 'found after', 'outside lost', 'seconds'],
      rows.map(({ row, place, planted, before, after, outsideLost, seconds }) => [
        row,
        place,
        planted,
        `${before}`,
        `${after}`,
        `${outsideLost}`,
        seconds.toFixed(2),
      ]),
    )
    console.log(table)
    for (const test of tests) {
      const { notHere } = test.meta()
      if (notHere !== undefined) console.log(`not here: ${test.name}: ${notHere}`)
    }
  }
}
