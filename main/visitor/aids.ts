import type { WebContents } from 'electron'
import type { Handlers } from '../../app/contracts/contract.ts'
import type { Agenda, aidCalls } from '../../app/contracts/visitor-aids.ts'
import type { Opening, ToVisitor } from '../../app/contracts/visitor-link.ts'
import type { Place } from '../../app/orientation/place.ts'
import type { GuardianLink } from './guardian-link.ts'
import type { Printing } from './printing.ts'
import type { Tabs } from './tabs.ts'

type Parts = {
  guardian: GuardianLink
  tabs: Tabs
  printing: Printing
  shell: WebContents
  opening: () => Opening
}

/** Pages of ours that help: they compute by themselves, from what the guardian knows. */
export type Aids = {
  hear(message: Extract<ToVisitor, { type: 'places' | 'agenda' }>): void
  /** @param leave the person goes there from wherever they are */
  calls(leave: () => void): Handlers<typeof aidCalls>
}

export function keepAids({ guardian, tabs, printing, shell, opening }: Parts): Aids {
  const places = askedOnce<Place[]>(() => guardian.send({ type: 'placesAsked' }))
  const agenda = askedOnce<Agenda>(() => guardian.send({ type: 'agendaAsked' }))
  return {
    hear: (message) => {
      if (message.type === 'places') places.hear(message.places)
      else agenda.hear(message.agenda)
    },
    calls: (leave) => ({
      aid: {
        show: (aid) => {
          if (!opening().aids.includes(aid)) return
          leave()
          tabs.leaveFor(aid)
        },
        places: places.answer,
        agenda: agenda.answer,
        print: (title) => void printing.ask({ contents: shell, documentName: null, title }),
        note: (note) => guardian.send({ type: 'noted', note }),
      },
    }),
  }
}

/** A question to the guardian, which answers it once: the answer is kept for whoever asks again. */
function askedOnce<T>(ask: () => void): { answer(): Promise<T>; hear(answer: T): void } {
  let tell: (answer: T) => void = () => {}
  let answer: Promise<T> | null = null
  return {
    answer: () => {
      if (answer === null) {
        answer = new Promise((resolve) => {
          tell = resolve
        })
        ask()
      }
      return answer
    },
    hear: (told) => tell(told),
  }
}
