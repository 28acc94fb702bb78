import { expect, test } from 'vitest'
import type { FromVisitor, ToVisitor } from '../../../../app/contracts/visitor-link.ts'
import type { SessionNote } from '../../../../app/tally/note.ts'
import { informationDesk } from '../../../../main/guardian/information/information-desk.ts'
import type { Visitor } from '../../../../main/guardian/visitors/visitor.ts'

function desk() {
  const notes: SessionNote[] = []
  const told: ToVisitor['type'][] = []
  const visitor = { send: (message: ToVisitor) => void told.push(message.type) } as Visitor
  const aid = informationDesk({
    places: [],
    agenda: async () => ({ workshops: [], asOf: null }),
    note: (note) => void notes.push(note),
  })
  const say = (message: FromVisitor) => aid.hear(visitor, message)
  return { aid, say, notes, told }
}

const level = (value: 'nearly' | 'autonomous') =>
  ({ type: 'noted', note: { family: 'autonomy', value } }) as const

test('a visitor that says a level a thousand times is counted once, the next person’s again', async () => {
  const { aid, say, notes } = desk()
  for (let time = 0; time < 1000; time++) say(level(time % 2 === 0 ? 'nearly' : 'autonomous'))
  say({ type: 'noted', note: { family: 'orientation', value: 'slip' } })
  expect(notes).toEqual([
    { family: 'autonomy', value: 'nearly' },
    { family: 'orientation', value: 'slip' },
  ])
  await aid.end()
  say(level('autonomous'))
  expect(notes).toHaveLength(3)
})

test('a question is answered once a session', async () => {
  const { say, told } = desk()
  for (let time = 0; time < 100; time++) {
    say({ type: 'placesAsked' })
    say({ type: 'agendaAsked' })
  }
  await expect.poll(() => told).toEqual(['places', 'agenda'])
})
