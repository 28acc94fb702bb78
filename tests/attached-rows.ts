import type { TestCase, TestResult } from '@playwright/test/reporter'

/** Rows that tests attached for a table: of a test that was tried again, those of its last try. */
export class AttachedRows<Row> {
  readonly #name: string
  readonly #byTest = new Map<string, Row[]>()

  /** @param name of the attachments, each of which holds a row or a list of them, as JSON */
  constructor(name: string) {
    this.#name = name
  }

  get all(): Row[] {
    return [...this.#byTest.values()].flat()
  }

  take({ id }: TestCase, { attachments }: TestResult): void {
    const rows = attachments.flatMap(({ name, body }) =>
      name === this.#name && body !== undefined ? JSON.parse(body.toString()) : [],
    )
    this.#byTest.set(id, rows)
  }
}
