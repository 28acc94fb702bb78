import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { expect } from '@playwright/test'

/** `held`: what was tried came to nothing. `open`: it did not. `system`: kept by a file of the deployment, which is named. */
export type Verdict = 'held' | 'open' | 'system'
export type Row = { attempt: string; seen: string; verdict: Verdict }

/** Name under which a test hands its rows to the table. */
export const rowsAttachment = 'escape-rows'

const deployment = join(import.meta.dirname, '../../assets/deploy')

/** What was tried, one row each; an attempt that fails does not keep the others from being tried. */
export class Attempts {
  readonly rows: Row[] = []

  /** @param act makes the attempt and throws unless it came to nothing; its value says what was seen */
  async holds(attempt: string, act: () => Promise<string>): Promise<void> {
    try {
      this.rows.push({ attempt, seen: await act(), verdict: 'held' })
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      this.rows.push({ attempt, seen: plain(reason), verdict: 'open' })
      expect.soft(reason, attempt).toBe('held')
    }
  }

  /**
   * What no program can keep a person from: the deployment does.
   * @param closing files of `assets/deploy`, and the words in them that do it
   */
  keptBySystem(attempt: string, closing: Record<string, string>): void {
    for (const [file, words] of Object.entries(closing))
      expect.soft(readFileSync(join(deployment, file), 'utf8'), `${attempt}: ${file}`).toContain(words)
    this.rows.push({ attempt, seen: Object.keys(closing).join(', '), verdict: 'system' })
  }
}

/** On one line, without the colours of the terminal. */
function plain(reason: string): string {
  return stripVTControlCharacters(reason).replace(/\s+/g, ' ').slice(0, 160)
}
