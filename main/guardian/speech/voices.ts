import type { Language } from '../../../app/session/visit.ts'
import type { Sentence } from '../../../app/speech/sentence.ts'

/** The voices of a system. */
export type Voices = {
  /** Those of our languages that they speak; none where there is no voice. @throws when nothing answers */
  languages(): Promise<Language[]>
  /** One sentence at a time. Resolves once it was said or cut short. @throws when it cannot be said */
  say(sentence: Sentence, cutShort: AbortSignal): Promise<void>
  /** Ends whatever spoke, and whatever it remembers with it. Speaking again begins anew. */
  close(): Promise<void>
}
