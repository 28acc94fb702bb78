import type { Spare } from '../../main/guardian/visitors/spare.ts'
import { type FakeVisitor, fakeVisitor, type Manners } from './visitor.ts'

/** A spare that is always there, or never. */
export type FakeSpare = Spare & { taken: FakeVisitor[] }

/** @param told what was asked of it, in order. @param manners of every visitor; `null` when none can be started */
export function fakeSpare(told: string[], manners: () => Manners | null): FakeSpare {
  const taken: FakeVisitor[] = []
  return {
    taken,
    prepare: () => void told.push('prepare spare'),
    discard: async () => void told.push('discard spare'),
    take: async () => {
      const wanted = manners()
      if (wanted === null) throw new Error('no visitor could be started')
      const visitor = fakeVisitor(`/roots/${taken.length}`, wanted)
      taken.push(visitor)
      return visitor
    },
  }
}
