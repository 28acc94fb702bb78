import { randomBytes } from 'node:crypto'

/** One sign-in. `id` is the very value of the person's cookie. */
export type SessionRecord = {
  id: string
  user: string
  openedAt: Date
  closedAt?: Date
  state: 'open' | 'closed'
}

/** The sessions a site holds on its server: what a log-out must close, whatever the browser forgets. */
export class SessionTable {
  readonly #records = new Map<string, SessionRecord>()

  open(user: string): SessionRecord {
    const record: SessionRecord = {
      id: randomBytes(24).toString('hex'),
      user,
      openedAt: new Date(),
      state: 'open',
    }
    this.#records.set(record.id, record)
    return record
  }

  close(id: string | undefined): void {
    const record = this.find(id)
    if (record) this.#records.set(record.id, { ...record, closedAt: new Date(), state: 'closed' })
  }

  /** The open session of this cookie value, if there is one. */
  find(id: string | undefined): SessionRecord | undefined {
    const record = this.#records.get(id ?? '')
    return record?.state === 'open' ? record : undefined
  }

  /** Copies, oldest first. */
  list(): SessionRecord[] {
    return [...this.#records.values()].map((record) => ({ ...record }))
  }
}
