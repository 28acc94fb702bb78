import type { Language } from '../../app/session/visit.ts'
import type { Voices } from '../../main/guardian/speech/voices.ts'

/** Voices without sound. Each sentence lasts until it is let end, or cut short. */
export type FakeVoices = Voices & {
  /** What speaks now, or may once it is asked; may be changed. */
  known: Language[] | Error
  said: string[]
  closed: number
  /** Ends the sentence being said. */
  end(): void
  /** It cannot be said after all. */
  fail(): void
}

/** @param stubborn goes on whatever is asked */
export function fakeVoices(known: Language[] | Error, stubborn = false): FakeVoices {
  let end = () => {}
  let fail = () => {}
  const voices: FakeVoices = {
    known,
    said: [],
    closed: 0,
    end: () => end(),
    fail: () => fail(),
    languages: async () => {
      if (voices.known instanceof Error) throw voices.known
      return voices.known
    },
    say: ({ text }, cutShort) => {
      voices.said.push(text)
      return new Promise((resolve, reject) => {
        end = resolve
        fail = () => reject(new Error('no sound'))
        if (!stubborn) cutShort.addEventListener('abort', () => resolve())
      })
    },
    close: async () => {
      voices.closed++
    },
  }
  return voices
}
