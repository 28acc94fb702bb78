import type { Reporter, TestCase, TestResult } from '@playwright/test/reporter'
import { textTable } from '../text-table.ts'
import { aspects, type Finding, findingsAttachment } from './findings.ts'

/** Prints a row a page: how often it was looked at, and the faults found, all languages together. */
export default class TableReporter implements Reporter {
  readonly #findings: Finding[] = []

  onTestEnd(_test: TestCase, { attachments }: TestResult): void {
    for (const { name, body } of attachments)
      if (name === findingsAttachment && body !== undefined)
        this.#findings.push(...JSON.parse(body.toString()))
  }

  onEnd(): void {
    if (this.#findings.length === 0) return
    const pages = [...new Set(this.#findings.map(({ page }) => page))]
    const rows = pages.map((page) =>
      rowOf(
        page,
        this.#findings.filter((finding) => finding.page === page),
      ),
    )
    console.log(`\n${textTable(['page', 'languages', ...aspects], rows)}\n`)
    const faulty = this.#findings.filter(({ faults }) => faults.length > 0)
    for (const { page, language, aspect, faults } of faulty)
      console.log(`${page}, ${language}, ${aspect}: ${faults.join(' · ')}`)
    console.log(`${pages.length} pages, ${this.#findings.length} looks: ${faulty.length} with a fault.`)
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
