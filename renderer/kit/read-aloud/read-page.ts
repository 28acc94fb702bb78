import './read-page.css'
import type { Language } from '../../../app/session/visit.ts'
import type { Sentence, Spoken } from '../../../app/speech/sentence.ts'
import { isStillThere, type PageSentence, pageSentences } from './page-sentences.ts'

/** What the process behind a page does for it. */
export type SpeechCalls = { say(sentence: Sentence): Promise<Spoken>; stop(params: undefined): Promise<void> }

/** In `read-page.css`. */
const highlightName = 'spoken'

/**
 * Reads a part of the page aloud, and shows each sentence while it is said. Stops as soon as what is being read is no
 * longer on the page.
 * @param spoken languages that have a voice: what is in others is passed over
 * @param stopped aborted when nobody wants to hear more
 */
export async function readPage(
  part: Element,
  speech: SpeechCalls,
  spoken: readonly Language[],
  stopped: AbortSignal,
): Promise<Spoken> {
  let current: PageSentence | null = null
  const leave = new AbortController()
  const end = AbortSignal.any([stopped, leave.signal])
  const watch = new MutationObserver(() => {
    if (current !== null && !isStillThere(current)) leave.abort()
  })
  const cut = new Promise<Spoken>((resolve) => {
    end.addEventListener('abort', () => {
      void speech.stop(undefined)
      resolve('stopped')
    })
  })
  watch.observe(document.body, {
    subtree: true,
    childList: true,
    characterData: true,
    attributeFilter: ['hidden'],
  })
  try {
    for (const one of pageSentences(part)) {
      if (!spoken.includes(one.sentence.language)) continue
      current = one
      if (end.aborted || !isStillThere(one)) return 'stopped'
      show(one.range)
      const became = await Promise.race([speech.say(one.sentence), cut])
      if (became !== 'said') return became
    }
    return 'said'
  } finally {
    watch.disconnect()
    CSS.highlights.delete(highlightName)
  }
}

function show(range: Range): void {
  CSS.highlights.set(highlightName, new Highlight(range))
  range.startContainer.parentElement?.scrollIntoView({ block: 'nearest' })
}
