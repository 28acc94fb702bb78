import { describe, expect, test } from 'vitest'
import type { ToVisitor } from '../../../app/contracts/visitor-link.ts'
import { usualComfort } from '../../../app/session/comfort.ts'
import { keepReading } from '../../../main/guardian/reading.ts'
import { visit } from '../../doubles/visit.ts'

const dark = { ...usualComfort, theme: 'dark', textPercent: 150 } as const
const active = { at: 'active', visit, notice: null } as const

function reader() {
  const sent: ToVisitor[] = []
  const visitor = { send: (message: ToVisitor) => void sent.push(message) }
  return { reading: keepReading(() => {}), sent, visitor }
}

describe('how a person reads best', () => {
  test('is told to the visitor when it changes, once', () => {
    const { reading, sent, visitor } = reader()
    reading.follow({ at: 'opening', visit }, visitor)
    reading.follow(active, visitor)
    expect(sent).toEqual([])
    reading.choose(dark)
    reading.follow(active, visitor)
    reading.follow(active, visitor)
    expect(sent).toEqual([{ type: 'present', presentation: { language: 'fr', comfort: dark } }])
  })

  test('another language is told too', () => {
    const { reading, sent, visitor } = reader()
    reading.follow({ at: 'opening', visit }, visitor)
    reading.follow({ ...active, visit: { ...visit, language: 'en' } }, visitor)
    expect(sent).toEqual([{ type: 'present', presentation: { language: 'en', comfort: usualComfort } }])
  })

  test('what changed while the session opened is told as soon as it is open', () => {
    const { reading, sent, visitor } = reader()
    reading.follow({ at: 'opening', visit }, null)
    reading.follow({ at: 'opening', visit: { ...visit, language: 'en' } }, null)
    reading.follow({ ...active, visit: { ...visit, language: 'en' } }, visitor)
    expect(sent).toEqual([{ type: 'present', presentation: { language: 'en', comfort: usualComfort } }])
  })

  test('lasts until the receipt has been read, and is not the next person’s', () => {
    const { reading } = reader()
    reading.follow({ at: 'welcome' }, null)
    reading.choose(dark)
    reading.follow({ at: 'welcome' }, null)
    expect(reading.comfort()).toEqual(dark)
    reading.follow({ at: 'outOfService', reason: { because: 'staff' } }, null)
    expect(reading.comfort()).toEqual(dark)
    reading.follow({ at: 'welcome' }, null)
    expect(reading.comfort()).toEqual(usualComfort)
  })
})
