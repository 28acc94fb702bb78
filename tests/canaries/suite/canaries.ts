import { expect } from '@playwright/test'
import { canaryRows, type Row } from '../report.ts'
import type { Hit } from '../search.ts'
import { artefact, newToken } from '../token.ts'
import { look } from './look.ts'

/** When a look is taken: while the session lasts, after its end, after the program was quit and started again. */
type Moment = 'before' | 'after' | 'afterRestart'

/** The canaries of one test: planted, seen while the session lasts, sought after its end and after a restart. */
export class Canaries {
  readonly token = newToken()
  readonly #stateFolder: string
  readonly #planted: string[] = []
  readonly #found: Record<Moment, Hit[]> = { before: [], after: [], afterRestart: [] }
  readonly #behaviours: Row[] = []

  constructor(stateFolder: string) {
    this.#stateFolder = stateFolder
  }

  /** The canary of one artefact, to be left in the place that bears its name. */
  plant(kind: string): string {
    this.#planted.push(kind)
    return artefact(this.token, kind)
  }

  /** What no token can mark: counted by what it does in the session that planted it, and in those of the next persons. */
  behaves(row: Row): void {
    this.#behaviours.push(row)
  }

  /** What the program does not let a person leave: a test calls this once it has seen that. */
  refused(artefact: string): void {
    this.behaves({ artefact, planted: 'refused', before: 0, after: 0, afterRestart: 0 })
  }

  /** Looks everywhere. @throws when something of this user's could not be read: that proves nothing */
  async seen(moment: Moment): Promise<Hit[]> {
    const { hits, unreadable } = await look(this.#stateFolder, this.token)
    expect(unreadable, 'what cannot be read proves nothing').toEqual([])
    this.#found[moment].push(...hits)
    return hits
  }

  rows(): Row[] {
    // A page of the test's own plants many kinds by itself: they count once they are found.
    const byPages = this.#found.before.map((hit) => hit.artefact).filter((kind) => kind !== 'unnamed')
    return [...canaryRows([...this.#planted, ...byPages], this.#found), ...this.#behaviours]
  }

  /** Every row was found while the session lasted, and none after it. */
  expectGone(): void {
    const rows = this.rows()
    expect(
      rows.filter((row) => row.planted === 'yes' && row.before === 0),
      'planted, and never found',
    ).toEqual([])
    expect([...this.#found.after, ...this.#found.afterRestart], 'found after the end').toEqual([])
    expect(
      rows.filter((row) => row.after > 0 || row.afterRestart > 0),
      'left to the next person',
    ).toEqual([])
  }
}
