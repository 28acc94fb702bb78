/** The protocol of Speech Dispatcher (SSIP): lines of text, each answer with a code of three digits. */

/** An answer, or an event: the text of each of its lines, without the code. */
export type SsipReply = { code: number; lines: string[] }

const lineEnd = '\r\n'
/** What has been said of a message that was handed over. */
export const messageEnded = { end: 702, cancelled: 703 } as const

/** Events come between answers, in the codes of seven hundred. */
export function isEvent({ code }: SsipReply): boolean {
  return code >= 700 && code < 800
}

export function isRefusal({ code }: SsipReply): boolean {
  return code >= 300 && code < 700
}

/**
 * The replies that have come whole, and the beginning of the next one.
 * @throws when a line is not of the protocol
 */
export function readReplies(received: string): { replies: SsipReply[]; rest: string } {
  const whole = received.split(lineEnd)
  const replies: SsipReply[] = []
  let unread = whole.pop() ?? ''
  let lines: string[] = []
  let since: string[] = []
  for (const line of whole) {
    const [, code, mark, text = ''] = /^(\d{3})([ -])(.*)$/.exec(line) ?? []
    if (code === undefined) throw new Error('This is not what a speech server answers.')
    lines.push(text)
    since.push(line)
    if (mark === '-') continue
    replies.push({ code: Number(code), lines })
    lines = []
    since = []
  }
  if (since.length > 0) unread = [...since, unread].join(lineEnd)
  return { replies, rest: unread }
}

export function asCommand(command: string): string {
  return `${command}${lineEnd}`
}

/** A text to be said. A line that begins with a dot would end it: it is given another. */
export function asData(text: string): string {
  const lines = text.split(/\r?\n/).map((line) => (line.startsWith('.') ? `.${line}` : line))
  return [...lines, '.', ''].join(lineEnd)
}

/** Languages of a list of voices: name, language and variant of each, set apart by tabs. */
export function voiceTagsOf({ lines }: SsipReply): Set<string> {
  const voices = lines.map((line) => line.split('\t'))
  // The module `dummy` has one voice, which says that there is none.
  return new Set(voices.flatMap(([name, tag]) => (tag === undefined || name === 'dummy' ? [] : [tag])))
}
