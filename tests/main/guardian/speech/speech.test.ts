import { describe, expect, test } from 'vitest'
import '../../../doubles/silent-log.ts'
import type { Language } from '../../../../app/session/visit.ts'
import { keepSpeech } from '../../../../main/guardian/speech/speech.ts'
import { visitorSpeech } from '../../../../main/guardian/speech/visitor-speech.ts'
import { fakeScheduler, settled } from '../../../doubles/scheduler.ts'
import { visit } from '../../../doubles/visit.ts'
import { fakeVisitor } from '../../../doubles/visitor.ts'
import { fakeVoices } from '../../../doubles/voices.ts'

async function speaking(known: Language[] | Error = ['fr', 'uk'], stubborn = false) {
  const scheduler = fakeScheduler()
  const voices = fakeVoices(known, stubborn)
  let changes = 0
  const speech = keepSpeech(voices, scheduler, () => changes++)
  speech.follow({ at: 'welcome' })
  await scheduler.advance(3)
  return { scheduler, voices, speech, changes: () => changes }
}
const fr = (text: string) => ({ text, language: 'fr' as const })

describe('reading aloud', () => {
  test('is offered in the languages that have a voice, and what found them is thrown away', async () => {
    const { voices, speech, changes } = await speaking()
    expect(speech.languages()).toEqual(['fr', 'uk'])
    expect(changes()).toBe(1)
    expect(voices.closed).toBeGreaterThan(0)
  })

  test('is not offered where nothing speaks', async () => {
    const { speech } = await speaking(new Error('not installed'))
    expect(speech.languages()).toEqual([])
    expect(await speech.say(fr('Bonjour.'))).toBe('failed')
  })

  test('does not wait for ever for what does not answer', async () => {
    const scheduler = fakeScheduler()
    const voices = { ...fakeVoices(['fr']), languages: () => new Promise<Language[]>(() => {}) }
    let closed = 0
    const close = async () => void closed++
    const speech = keepSpeech({ ...voices, close }, scheduler, () => {})
    speech.follow({ at: 'welcome' })
    await scheduler.advance(12)
    const before = closed
    await scheduler.advance(1)
    expect(closed).toBe(before + 1)
    expect(speech.languages()).toEqual([])
  })

  test('says a sentence to its end', async () => {
    const { voices, speech } = await speaking()
    const spoken = speech.say(fr('Bonjour.'))
    await settled()
    voices.end()
    expect(await spoken).toBe('said')
    expect(voices.said).toEqual(['Bonjour.'])
  })

  test('is cut short by another sentence, by a stop, and by the end of the session', async () => {
    const { voices, speech } = await speaking()
    const first = speech.say(fr('Un.'))
    await settled()
    const second = speech.say(fr('Deux.'))
    expect(await first).toBe('stopped')
    await settled()
    speech.stop()
    expect(await second).toBe('stopped')
    const third = speech.say(fr('Trois.'))
    await settled()
    speech.follow({ at: 'ending', visit, cause: 'idle', next: 'receipt' })
    expect(await third).toBe('stopped')
    expect(voices.said).toEqual(['Un.', 'Deux.', 'Trois.'])
  })

  test('answers in the order in which it was asked, and says only the last of many', async () => {
    const { voices, speech } = await speaking()
    const order: number[] = []
    const all = [0, 1, 2, 3].map((one) =>
      speech.say(one === 2 ? { text: 'Hi.', language: 'en' } : fr(`${one}.`)).then(() => order.push(one)),
    )
    await settled()
    voices.end()
    await Promise.all(all)
    expect(order).toEqual([0, 1, 2, 3])
    expect(voices.said.at(-1)).toBe('3.')
  })

  test('is no longer offered once it fails, and is looked for again for the next person', async () => {
    const { scheduler, voices, speech } = await speaking()
    const spoken = speech.say(fr('Bonjour.'))
    await settled()
    voices.fail()
    expect(await spoken).toBe('failed')
    expect(speech.languages()).toEqual([])
    speech.follow({ at: 'choosing', language: 'fr' })
    speech.follow({ at: 'welcome' })
    await scheduler.advance(3)
    expect(speech.languages()).toEqual(['fr', 'uk'])
  })

  test('gives up where a sentence never ends, as on a post without sound', async () => {
    const { scheduler, speech } = await speaking(['fr'], true)
    const spoken = speech.say(fr('Bonjour.'))
    await scheduler.advance(60)
    expect(await spoken).toBe('failed')
    expect(speech.languages()).toEqual([])
  })

  test('does not hold up an end with a voice that does not stop', async () => {
    const { voices, speech } = await speaking(['fr'], true)
    const spoken = speech.say(fr('Bonjour.'))
    await settled()
    const before = voices.closed
    await speech.forget()
    expect(voices.closed).toBe(before + 1)
    voices.fail()
    expect(await spoken).toBe('stopped')
    expect(speech.languages()).toEqual(['fr'])
  })
})

describe('for a visitor', () => {
  test('its pages are read, and it is told what became of each sentence', async () => {
    const { voices, speech } = await speaking()
    const visitor = fakeVisitor('/root')
    const aid = visitorSpeech(speech, () => true)
    aid.hear(visitor, { type: 'sayAsked', sentence: fr('Vos documents.') })
    await settled()
    voices.end()
    await settled()
    aid.hear(visitor, { type: 'sayAsked', sentence: fr('Ils seront effacés.') })
    await settled()
    aid.hear(visitor, { type: 'silenceAsked' })
    await settled()
    expect(visitor.heard).toEqual([
      { type: 'spoken', outcome: 'said' },
      { type: 'spoken', outcome: 'stopped' },
    ])
  })

  test('one that is not seen neither speaks nor silences the guardian', async () => {
    const { voices, speech } = await speaking()
    const visitor = fakeVisitor('/root')
    const aid = visitorSpeech(speech, () => false)
    const warning = speech.say(fr('Êtes-vous toujours là ?'))
    await settled()
    aid.hear(visitor, { type: 'sayAsked', sentence: fr('Vous avez gagné.') })
    aid.hear(visitor, { type: 'silenceAsked' })
    await settled()
    voices.end()
    expect(await warning).toBe('said')
    expect(voices.said).toEqual(['Êtes-vous toujours là ?'])
    expect(visitor.heard).toEqual([{ type: 'spoken', outcome: 'stopped' }])
  })
})
