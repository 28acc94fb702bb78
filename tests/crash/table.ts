import { stripVTControlCharacters } from 'node:util'
import type { TestInfo } from '@playwright/test'

/** One line of the table that a run prints. */
export type Row = { line: string; broken: string; seen: string; verdict: 'holds' | 'FAILS' }

/** Name under which a test hands its rows to the table. */
export const rowsAttachment = 'crash-rows'

/** What a test breaks, one after the other, each with a row of its own. */
export type Table = {
  /** @param prove says what it has seen. @throws what it throws: the row then says that it fails */
  row(broken: string, prove: () => Promise<string>): Promise<void>
}

/** @param line what must hold, in a few words */
export function tableOf(line: string, info: TestInfo): Table {
  const add = async (row: Omit<Row, 'line'>) => {
    const body = JSON.stringify({ line, ...row } satisfies Row)
    await info.attach(rowsAttachment, { body, contentType: 'application/json' })
  }
  return {
    row: async (broken, prove) => {
      try {
        await add({ broken, seen: await prove(), verdict: 'holds' })
      } catch (error) {
        const message = error instanceof Error ? error.message : String(error)
        const seen = stripVTControlCharacters(message).replaceAll(/\s+/g, ' ').slice(0, 150)
        await add({ broken, seen, verdict: 'FAILS' })
        throw error
      }
    },
  }
}
