import type { State } from '../../../app/session/machine.ts'
import type { Language } from '../../../app/session/visit.ts'
import type { Sentence, Spoken } from '../../../app/speech/sentence.ts'
import { log } from '../../lib/log.ts'
import { type Scheduler, within } from '../../lib/scheduler.ts'
import type { Voices } from './voices.ts'

/** The longest sentence takes half of it. A system without sound never comes to the end of one. */
const saidWithinSeconds = 60
const stoppedWithinSeconds = 2
const knownWithinSeconds = 10
/** The visitor of the first person is made ready first. */
const lookAfterSeconds = 3

/** Reads pages of ours aloud, one sentence at a time, for whoever is at the post. */
export type Speech = {
  /** Languages that can be read aloud now. */
  languages(): readonly Language[]
  /** What is being said is cut short. */
  say(sentence: Sentence): Promise<Spoken>
  stop(): void
  /** Stops, and throws away whatever has spoken. */
  forget(): Promise<void>
  /** With each person, the voices are new ones. */
  follow(state: State): void
}

/** @param onChange other languages can be read aloud */
export function keepSpeech(voices: Voices, scheduler: Scheduler, onChange: () => void): Speech {
  let languages: readonly Language[] = []
  /** Not looked for yet, or lost since. */
  let isKnown = false
  let before: State['at'] | null = null
  let current = { cut: new AbortController(), over: Promise.resolve<unknown>(null) }

  const know = (found: readonly Language[]) => {
    languages = found
    onChange()
  }
  const look = async () => {
    const found = voices.languages().catch(() => null)
    const answered = await within(scheduler, knownWithinSeconds, found)
    // Most often nothing of the kind is installed. Should it have been a slow start, the next person may have more luck.
    if (answered.inTime && answered.value !== null) know(answered.value)
    else isKnown = false
    await voices.close()
  }
  const lose = async () => {
    log.warn('reading aloud does not work: check the sound of this post, and speech-dispatcher')
    isKnown = false
    know([])
    await voices.close()
  }
  const stop = () => current.cut.abort()
  const forget = async () => {
    stop()
    await voices.close()
  }

  const sayNow = async (sentence: Sentence, cut: AbortSignal): Promise<Spoken> => {
    if (cut.aborted) return 'stopped'
    if (!languages.includes(sentence.language)) return 'failed'
    const saying = voices.say(sentence, cut).then(
      () => true,
      () => false,
    )
    const cutShort = new Promise<void>((resolve) => cut.addEventListener('abort', () => resolve()))
    const first = await within(scheduler, saidWithinSeconds, Promise.race([saying, cutShort]))
    const last = first.inTime ? await within(scheduler, stoppedWithinSeconds, saying) : first
    const isLost = !last.inTime || (!last.value && !cut.aborted)
    if (isLost) await lose()
    if (cut.aborted) return 'stopped'
    return isLost ? 'failed' : 'said'
  }

  return {
    languages: () => languages,
    say: async (sentence) => {
      stop()
      const { over } = current
      const cut = new AbortController()
      const spoken = over.then(() => sayNow(sentence, cut.signal))
      current = { cut, over: spoken }
      return spoken
    },
    stop,
    forget,
    follow: ({ at }) => {
      if (at !== before && at === 'ending') stop()
      if (at !== before && at === 'welcome') {
        void forget()
        if (!isKnown) scheduler.after(lookAfterSeconds, () => void look())
        isKnown = true
      }
      before = at
    },
  }
}
