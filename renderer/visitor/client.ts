import type { Client } from '../../app/contracts/contract.ts'
import type { visitorPageContract } from '../../app/contracts/visitor-page.ts'

/** What this page can ask of the visitor. */
export type VisitorClient = Client<typeof visitorPageContract>
