import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { readReport } from '../../scripts/report.ts'

const folder = mkdtempSync(join(tmpdir(), 'report-'))
afterAll(() => rmSync(folder, { recursive: true }))

function report(content: unknown): string {
  const file = join(folder, 'report.json')
  writeFileSync(file, JSON.stringify(content))
  return file
}

test('passed and failed tests are counted, those of a second try as passed', () => {
  expect(readReport('unit', report({ numPassedTests: 7, numFailedTests: 2 }), 1)).toEqual({
    passed: 7,
    failed: 2,
  })
  expect(readReport('e2e', report({ stats: { expected: 4, unexpected: 1, flaky: 1 } }), 1)).toEqual({
    passed: 5,
    failed: 1,
  })
})

test('a run that broke outside any test is a failure', () => {
  expect(readReport('unit', report({ numPassedTests: 7, numFailedTests: 0 }), 1)).toEqual({
    passed: 7,
    failed: 1,
  })
})

test('a suite without a test, or without a report, is a failure', () => {
  expect(readReport('unit', report({ numPassedTests: 0, numFailedTests: 0 }), 0)).toEqual({
    passed: 0,
    failed: 1,
  })
  expect(readReport('e2e', join(folder, 'absent.json'), 0)).toEqual({ passed: 0, failed: 1 })
})
