import { describe, expect, test } from 'vitest'
import {
  agree,
  cardRead,
  isAgreed,
  needsAgreement,
  newAgreement,
  nextCard,
  riskCards,
} from '../../../app/agreement/agreement.ts'
import { helpKinds } from '../../../app/session/visit.ts'

const allRead = riskCards.reduce(cardRead, newAgreement)

describe('the agreement', () => {
  test('is asked wherever somebody helps', () => {
    expect(helpKinds.filter(needsAgreement)).toEqual(helpKinds.filter((kind) => kind !== 'alone'))
  })

  test('shows each risk once, in order', () => {
    expect(nextCard(newAgreement)).toBe(riskCards[0])
    expect(nextCard(cardRead(newAgreement))).toBe(riskCards[1])
    expect(allRead.read).toEqual(riskCards)
    expect(cardRead(allRead)).toBe(allRead)
  })

  test('takes both, and only once the risks are known', () => {
    expect(agree(newAgreement, 'person')).toBe(newAgreement)
    const person = agree(allRead, 'person')
    expect(isAgreed(agree(person, 'person'))).toBe(false)
    expect(isAgreed(agree(person, 'helper'))).toBe(true)
    expect(isAgreed(agree(allRead, 'helper'))).toBe(false)
  })
})
