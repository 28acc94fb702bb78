import type { Presentation } from '../../app/contracts/visitor-link.ts'
import { type Comfort, usualComfort } from '../../app/session/comfort.ts'
import type { State } from '../../app/session/machine.ts'
import type { Visitor } from './visitors/visitor.ts'

/** How the person at the post reads best: on every page, the visitor's included, and forgotten with the session. */
export type Reading = {
  comfort(): Comfort
  choose(comfort: Comfort): void
  /** Nobody is at the post any more. */
  forget(): void
  /** Tells the visitor of a session under way what has changed. */
  follow(state: State, visitor: Pick<Visitor, 'send'> | null): void
}

/** @param onChange the pages must be shown otherwise */
export function keepReading(onChange: () => void): Reading {
  let comfort = usualComfort
  let before: State['at'] | null = null
  let told = ''

  const choose = (wished: Comfort) => {
    comfort = wished
    onChange()
  }
  const tell = (visitor: Pick<Visitor, 'send'>, presentation: Presentation) => {
    if (JSON.stringify(presentation) === told) return
    told = JSON.stringify(presentation)
    visitor.send({ type: 'present', presentation })
  }

  return {
    comfort: () => comfort,
    choose,
    forget: () => choose(usualComfort),
    follow: (state, visitor) => {
      const isNew = state.at !== before
      before = state.at
      // Before the page of the next person is drawn, not after.
      if (state.at === 'welcome' && isNew) comfort = usualComfort
      // What the visitor is opened with; what changes until it is shown is told then.
      if (state.at === 'opening' && isNew) told = JSON.stringify({ language: state.visit.language, comfort })
      if (state.at === 'active' && visitor !== null)
        tell(visitor, { language: state.visit.language, comfort })
    },
  }
}
