import type { Agenda } from '../../../app/contracts/visitor-aids.ts'
import type { FromVisitor } from '../../../app/contracts/visitor-link.ts'
import type { Place } from '../../../app/orientation/place.ts'
import type { SessionNote } from '../../../app/tally/note.ts'
import type { SessionAid } from '../session-aid.ts'

type Parts = {
  places: readonly Place[]
  agenda(): Promise<Agenda>
  note(note: SessionNote): void
}

/**
 * Tells a visitor what our pages need, and counts what they found. Each question is answered once a session, each
 * family counted once: a hostile visitor can add two to the counts of a day, as any person can.
 */
export function informationDesk({ places, agenda, note }: Parts): SessionAid {
  const heard = new Set<string>()
  const isFirst = (what: string) => !heard.has(what) && heard.add(what)
  return {
    hear: (visitor, message: FromVisitor) => {
      if (message.type === 'placesAsked' && isFirst(message.type))
        visitor.send({ type: 'places', places: [...places] })
      if (message.type === 'agendaAsked' && isFirst(message.type))
        void agenda().then((answer) => visitor.send({ type: 'agenda', agenda: answer }))
      if (message.type === 'noted' && isFirst(message.note.family)) note(message.note)
    },
    end: async () => heard.clear(),
  }
}
