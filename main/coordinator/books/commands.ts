import { answerWithinSeconds, type Command, type Outcome } from '../../../app/coordinator/command.ts'
import { type Scheduler, systemScheduler } from '../../lib/scheduler.ts'
import { newId } from '../secrets.ts'
import type { Store } from '../store/store.ts'

export type Asked = { id: string; command: Command }
export type Answered = { id: string; outcome: Outcome | 'notReached' }

/**
 * What reception asked of posts. The row in the database is what is true: exactly one instance claims a command,
 * whichever was asked, and once it is given up it is passed on no more.
 */
export type CommandBook = {
  /** Asks, and resolves with the post's answer, or `notReached` when there was none in time. */
  ask(postId: string, command: Command): Promise<Answered>
  /** Claims what waits for a post, provided that this link is still its latest; `null` when it is not. */
  claim(postId: string, linkId: string): Promise<Asked[] | null>
  /** What an earlier link of the post claimed and got no answer to, while its asker still waits. */
  unanswered(postId: string): Promise<Asked[]>
  answer(postId: string, commandId: string, outcome: Outcome): Promise<void>
  /** Forgets old commands; the audit keeps what staff did. */
  forget(): Promise<void>
}

const stillWaited = () => new Date(Date.now() - answerWithinSeconds * 1000).toISOString()

export function commandBook({ db, bell }: Store, scheduler: Scheduler = systemScheduler): CommandBook {
  /** Commands whose asker waits in this process. */
  const waiting = new Map<string, () => void>()
  bell.hear((topic) => {
    if (topic === 'all') for (const look of waiting.values()) look()
    else if (topic.startsWith('command:')) waiting.get(topic.slice('command:'.length))?.()
  })

  const outcomeOf = async (id: string): Promise<Answered['outcome'] | null> => {
    const { state } = await db
      .selectFrom('commands')
      .select('state')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    return state === 'asked' || state === 'claimed' ? null : (state as Answered['outcome'])
  }
  const asked = (rows: { id: string; command: string }[]): Asked[] =>
    rows.map(({ id, command }) => ({ id, command: JSON.parse(command) }))

  return {
    ask: async (postId, command) => {
      const id = newId()
      await db
        .insertInto('commands')
        .values({
          id,
          post_id: postId,
          command: JSON.stringify(command),
          state: 'asked',
          asked_at: new Date().toISOString(),
        })
        .execute()
      const outcome = await new Promise<Answered['outcome']>((resolve, reject) => {
        const look = () => {
          outcomeOf(id).then((known) => known !== null && resolve(known), reject)
        }
        const giveUp = async () => {
          await db
            .updateTable('commands')
            .set({ state: 'notReached' })
            .where('id', '=', id)
            .where('state', 'in', ['asked', 'claimed'])
            .execute()
          look()
        }
        waiting.set(id, look)
        scheduler.after(answerWithinSeconds, () => giveUp().catch(reject))
        bell.ring(`post:${postId}`).catch(reject)
      }).finally(() => waiting.delete(id))
      return { id, outcome }
    },

    claim: (postId, linkId) =>
      db.transaction().execute(async (transaction) => {
        // Locks the link, so that a newer one is written down either before this, which then claims nothing, or after,
        // and then finds what was claimed here unanswered.
        const link = await transaction
          .updateTable('links')
          .set({ id: linkId })
          .where('post_id', '=', postId)
          .where('id', '=', linkId)
          .returning('id')
          .executeTakeFirst()
        if (link === undefined) return null
        const rows = await transaction
          .updateTable('commands')
          .set({ state: 'claimed' })
          .where('post_id', '=', postId)
          .where('state', '=', 'asked')
          .returning(['id', 'command', 'asked_at'])
          .execute()
        return asked(rows.sort((a, b) => (a.asked_at < b.asked_at ? -1 : 1)))
      }),

    unanswered: async (postId) =>
      asked(
        await db
          .selectFrom('commands')
          .select(['id', 'command'])
          .where('post_id', '=', postId)
          .where('state', '=', 'claimed')
          .where('asked_at', '>', stillWaited())
          .orderBy('asked_at')
          .execute(),
      ),

    answer: async (postId, commandId, outcome) => {
      // An answer that comes after its asker gave up is still the truth.
      const { numUpdatedRows } = await db
        .updateTable('commands')
        .set({ state: outcome })
        .where('id', '=', commandId)
        .where('post_id', '=', postId)
        .where('state', 'in', ['claimed', 'notReached'])
        .executeTakeFirst()
      if (numUpdatedRows > 0n) await bell.ring(`command:${commandId}`)
    },

    forget: async () => {
      const since = new Date(Date.now() - 3_600_000).toISOString()
      await db.deleteFrom('commands').where('asked_at', '<', since).execute()
    },
  }
}
