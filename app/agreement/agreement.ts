import type { Help } from '../session/visit.ts'

/** What a person is told before they share personal data: one risk a card, in this order. */
export const riskCards = ['identity', 'money', 'privacy'] as const
export type RiskCard = (typeof riskCards)[number]

/** Who must agree: the person, and whoever helps. */
export type Party = 'person' | 'helper'

/** An agreement under way. It is not kept: the mandate on paper is what remains. */
export type Agreement = { read: readonly RiskCard[]; agreed: readonly Party[] }

export const newAgreement: Agreement = { read: [], agreed: [] }

/** Sharing data is agreed on wherever somebody helps (L5). */
export function needsAgreement(help: Help): boolean {
  return help !== 'alone'
}

/** The card to read now; `null` once all are read. */
export function nextCard({ read }: Agreement): RiskCard | null {
  return riskCards.find((card) => !read.includes(card)) ?? null
}

/** The card on screen has been read. */
export function cardRead(agreement: Agreement): Agreement {
  const card = nextCard(agreement)
  return card === null ? agreement : { ...agreement, read: [...agreement.read, card] }
}

/** One of the two agrees. It counts only once the risks are known. */
export function agree(agreement: Agreement, party: Party): Agreement {
  if (nextCard(agreement) !== null || agreement.agreed.includes(party)) return agreement
  return { ...agreement, agreed: [...agreement.agreed, party] }
}

export function isAgreed({ agreed }: Agreement): boolean {
  return agreed.includes('person') && agreed.includes('helper')
}
