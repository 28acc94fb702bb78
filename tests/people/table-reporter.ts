import type { Reporter, TestCase, TestResult } from '@playwright/test/reporter'
import { AttachedRows } from '../attached-rows.ts'
import { textTable } from '../text-table.ts'
import { aspects, type Finding, findingsAttachment } from './findings.ts'

/** Prints a row a page: how often it was looked at, and the faults found, all languages together. */
export default class TableReporter implements Reporter {
  readonly #attached = new AttachedRows<Finding>(findingsAttachment)

  onTestEnd(test: TestCase, result: TestResult): void {
    this.#attached.take(test, result)
  }

  onEnd(): void {
    const findings = this.#attached.all
    if (findings.length === 0) return
    const pages = [...new Set(findings.map(({ page }) => page))]
    const rows = pages.map((page) =>
      rowOf(
        page,
        findings.filter((finding) => finding.page === page),
      ),
    )
    console.log(`\n${textTable(['page', 'languages', ...aspects], rows)}\n`)
    const faulty = findings.filter(({ faults }) => faults.length > 0)
    for (const { page, language, aspect, faults } of faulty)
      console.log(`${page}, ${language}, ${aspect}: ${faults.join(' · ')}`)
    console.log(`${pages.length} pages, ${findings.length} looks: ${faulty.length} with a fault.`)
  }

  printsToStdio(): boolean {
    return false
  }
}

function rowOf(page: string, findings: readonly Finding[]): string[] {
  const languages = new Set(findings.map(({ language }) => language)).size
  const faultsIn = (aspect: string) =>
    findings
      .filter((finding) => finding.aspect === aspect)
      .reduce((sum, { faults }) => sum + faults.length, 0)
  return [page, String(languages), ...aspects.map((aspect) => String(faultsIn(aspect)))]
}
