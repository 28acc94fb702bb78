import type { Kysely } from 'kysely'
import { type Migration, Migrator } from 'kysely/migration'
import type { Tables } from './tables.ts'

/** In order, for ever: a database of any earlier version is brought to the present one. */
const migrations: Record<string, Migration> = {
  '0001-first': {
    up: async ({ schema }: Kysely<unknown>) => {
      await schema
        .createTable('sites')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('name', 'text', (column) => column.notNull())
        .addColumn('commune', 'text', (column) => column.notNull())
        .addColumn('national_id', 'text', (column) => column.unique())
        .execute()
      await schema
        .createTable('posts')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('name', 'text', (column) => column.notNull())
        .addColumn('site_id', 'text', (column) => column.notNull().references('sites.id'))
        .addColumn('token_hash', 'text', (column) => column.unique())
        .addColumn('revoked', 'integer', (column) => column.notNull())
        .addColumn('state', 'text')
        .execute()
      await schema
        .createTable('pairings')
        .addColumn('post_id', 'text', (column) => column.primaryKey().references('posts.id'))
        .addColumn('secret_hash', 'text', (column) => column.notNull().unique())
        .addColumn('expires_at', 'text', (column) => column.notNull())
        .execute()
      await schema
        .createTable('counts')
        .addColumn('post_id', 'text', (column) => column.notNull().references('posts.id'))
        .addColumn('day', 'text', (column) => column.notNull())
        .addColumn('series', 'text', (column) => column.notNull())
        .addColumn('key', 'text', (column) => column.notNull())
        .addColumn('week', 'text', (column) => column.notNull())
        .addColumn('site_id', 'text', (column) => column.notNull().references('sites.id'))
        .addColumn('count', 'integer', (column) => column.notNull())
        .addPrimaryKeyConstraint('counts_pk', ['post_id', 'day', 'series', 'key'])
        .execute()
      await schema
        .createTable('instances')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('seen_at', 'text', (column) => column.notNull())
        .execute()
      await schema
        .createTable('links')
        .addColumn('post_id', 'text', (column) => column.primaryKey().references('posts.id'))
        .addColumn('id', 'text', (column) => column.notNull())
        .addColumn('instance_id', 'text', (column) => column.notNull())
        .execute()
      await schema
        .createTable('commands')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('post_id', 'text', (column) => column.notNull().references('posts.id'))
        .addColumn('command', 'text', (column) => column.notNull())
        .addColumn('state', 'text', (column) => column.notNull())
        .addColumn('asked_at', 'text', (column) => column.notNull())
        .execute()
      await schema.createIndex('commands_by_post').on('commands').columns(['post_id', 'state']).execute()
      await schema
        .createTable('accounts')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('name', 'text', (column) => column.notNull().unique())
        .addColumn('role', 'text', (column) => column.notNull())
        .addColumn('site_id', 'text', (column) => column.references('sites.id'))
        .addColumn('password_hash', 'text', (column) => column.notNull())
        .addColumn('disabled', 'integer', (column) => column.notNull())
        .execute()
      await schema
        .createTable('sign_ins')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('account_id', 'text', (column) =>
          column.notNull().references('accounts.id').onDelete('cascade'),
        )
        .addColumn('token_hash', 'text', (column) => column.notNull().unique())
        .addColumn('csrf_token', 'text', (column) => column.notNull())
        .addColumn('signed_in_at', 'text', (column) => column.notNull())
        .addColumn('last_seen_at', 'text', (column) => column.notNull())
        .execute()
      await schema
        .createTable('known_browsers')
        .addColumn('token_hash', 'text', (column) => column.primaryKey())
        .addColumn('account_id', 'text', (column) =>
          column.notNull().references('accounts.id').onDelete('cascade'),
        )
        .addColumn('since', 'text', (column) => column.notNull())
        .execute()
      await schema
        .createTable('first_admin_codes')
        .addColumn('code_hash', 'text', (column) => column.primaryKey())
        .addColumn('expires_at', 'text', (column) => column.notNull())
        .execute()
    },
  },
  // Sums of a year are read from the index alone: a SQLite file answers nobody else meanwhile.
  '0003-sums-by-week': {
    up: async ({ schema }: Kysely<unknown>) => {
      await schema
        .createIndex('counts_by_week')
        .on('counts')
        .columns(['week', 'site_id', 'key', 'count'])
        .execute()
    },
  },
  '0004-runtime-of-posts': {
    up: async ({ schema }: Kysely<unknown>) => {
      await schema.alterTable('posts').addColumn('runtime', 'text').execute()
    },
  },
  '0005-site-codes': {
    up: async ({ schema }: Kysely<unknown>) => {
      await schema.alterTable('posts').addColumn('made_id', 'text').execute()
      await schema.createIndex('posts_by_made_id').on('posts').column('made_id').unique().execute()
      await schema
        .createTable('site_codes')
        .addColumn('site_id', 'text', (column) => column.primaryKey().references('sites.id'))
        .addColumn('secret_hash', 'text', (column) => column.notNull().unique())
        .addColumn('expires_at', 'text', (column) => column.notNull())
        .addColumn('posts_left', 'integer', (column) => column.notNull())
        .execute()
    },
  },
  '0006-published-weeks': {
    up: async ({ schema }: Kysely<unknown>) => {
      await schema
        .createTable('published')
        .addColumn('week', 'text', (column) => column.notNull())
        .addColumn('site_id', 'text', (column) => column.notNull().references('sites.id'))
        .addColumn('key', 'text', (column) => column.notNull())
        .addColumn('count', 'integer', (column) => column.notNull())
        .addPrimaryKeyConstraint('published_pk', ['week', 'site_id', 'key'])
        .execute()
    },
  },
}

/** Its number grows by itself, which the two databases say differently. */
const audit = (kind: 'sqlite' | 'postgres'): Migration => ({
  up: async ({ schema }: Kysely<unknown>) => {
    await schema
      .createTable('audit')
      .addColumn('id', kind === 'sqlite' ? 'integer' : 'serial', (column) => column.primaryKey())
      .addColumn('at', 'text', (column) => column.notNull())
      .addColumn('account', 'text', (column) => column.notNull())
      .addColumn('action', 'text', (column) => column.notNull())
      .addColumn('subject', 'text', (column) => column.notNull())
      .addColumn('outcome', 'text', (column) => column.notNull())
      .execute()
  },
})

/**
 * Brings the database to the present version. Several coordinators may do so at once: one does, the others wait.
 * @throws when a step fails, or the database is of a later version than this program
 */
export async function migrate(db: Kysely<Tables>, kind: 'sqlite' | 'postgres'): Promise<void> {
  const provider = { getMigrations: async () => ({ ...migrations, '0002-audit': audit(kind) }) }
  const { error } = await new Migrator({ db, provider }).migrateToLatest()
  if (error !== undefined) throw error
}
