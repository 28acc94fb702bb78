import { languageSchema } from '../../../app/session/visit.ts'
import type { Sentence } from '../../../app/speech/sentence.ts'
import { sentencesIn } from '../../../app/speech/sentences-in.ts'

/** A sentence, and where it stands on the page. */
export type PageSentence = { sentence: Sentence; range: Range }

/** Marked as a person's own (the names of their documents, a passphrase); countdowns; what is chosen or typed. */
const unspoken = '[data-unspoken], [role="timer"], [aria-hidden="true"], option, textarea'

/** Texts that run on in one line or paragraph: their sentences may go from one to the next. */
type Run = { block: Element; texts: Text[] }

/** What can be read aloud in a part of the page, in order. */
export function pageSentences(part: Element): PageSentence[] {
  return runsOf(part).flatMap(({ block, texts }) => {
    const whole = texts.map(({ data }) => data).join('')
    const language = languageSchema.safeParse(block.closest('[lang]')?.getAttribute('lang')).data
    if (language === undefined) return []
    return sentencesIn(whole, language).map(({ from, to }) => ({
      sentence: { text: whole.slice(from, to).replace(/\s+/g, ' '), language },
      range: rangeOf(texts, from, to),
    }))
  })
}

/** Whether a sentence still stands there as it was. */
export function isStillThere({ sentence, range }: PageSentence): boolean {
  const { parentElement } = range.startContainer
  const isSeen = parentElement?.isConnected === true && parentElement.checkVisibility()
  return isSeen && range.toString().replace(/\s+/g, ' ') === sentence.text
}

function runsOf(part: Element): Run[] {
  const runs: Run[] = []
  let isCut = true
  const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const { parentElement } = node
    if (!(node instanceof Text) || parentElement === null) continue
    const isSaid = parentElement.closest(unspoken) === null && parentElement.checkVisibility()
    if (isSaid) {
      const block = blockOf(parentElement)
      const last = runs.at(-1)
      if (!isCut && last?.block === block) last.texts.push(node)
      else runs.push({ block, texts: [node] })
    }
    isCut = !isSaid
  }
  return runs
}

function blockOf(element: Element): Element {
  const { parentElement } = element
  return parentElement !== null && getComputedStyle(element).display === 'inline'
    ? blockOf(parentElement)
    : element
}

function rangeOf(texts: readonly Text[], from: number, to: number): Range {
  const range = document.createRange()
  let start = 0
  for (const text of texts) {
    const end = start + text.data.length
    if (from >= start && from < end) range.setStart(text, from - start)
    if (to > start && to <= end) range.setEnd(text, to - start)
    start = end
  }
  return range
}
