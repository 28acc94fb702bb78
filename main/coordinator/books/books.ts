import type { Store } from '../store/store.ts'
import { accountBook } from './accounts.ts'
import { auditBook } from './audit.ts'
import { commandBook } from './commands.ts'
import { countBook } from './counts.ts'
import { firstAdminCodes } from './first-admin.ts'
import { knownBrowserBook } from './known-browsers.ts'
import { postBook } from './posts.ts'
import { publicationBook } from './publications.ts'
import { signInBook } from './sign-ins.ts'
import { siteCodeBook } from './site-codes.ts'
import { siteBook } from './sites.ts'

/** All that the coordinator keeps, on one database. */
export const openBooks = (store: Store) => ({
  accounts: accountBook(store),
  audit: auditBook(store),
  commands: commandBook(store),
  counts: countBook(store),
  firstAdmin: firstAdminCodes(store),
  knownBrowsers: knownBrowserBook(store),
  posts: postBook(store),
  publications: publicationBook(store),
  signIns: signInBook(store),
  siteCodes: siteCodeBook(store),
  sites: siteBook(store),
})
export type Books = ReturnType<typeof openBooks>
