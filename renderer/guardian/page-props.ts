import type { Client } from '../../app/contracts/contract.ts'
import type { GuardianPage, GuardianView, guardianPageContract } from '../../app/contracts/guardian-page.ts'

export type GuardianClient = Client<typeof guardianPageContract>

/** What the page shown at one state is given: all it may show, and what the person may answer. */
export type PageProps<At extends GuardianPage['at']> = {
  view: GuardianView
  page: Extract<GuardianPage, { at: At }>
  person: GuardianClient['person']
}
