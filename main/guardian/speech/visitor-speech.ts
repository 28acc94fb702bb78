import type { SessionAid } from '../session-aid.ts'
import type { Speech } from './speech.ts'

/**
 * Reads the visitor's own pages aloud.
 * @param isVisitorSeen a visitor speaks only while its person sees it: what the guardian says is never cut short by it
 */
export function visitorSpeech(
  { say, stop, forget }: Pick<Speech, 'say' | 'stop' | 'forget'>,
  isVisitorSeen: () => boolean,
): SessionAid {
  return {
    hear: (visitor, message) => {
      if (message.type === 'sayAsked') {
        const spoken = isVisitorSeen() ? say(message.sentence) : Promise.resolve('stopped' as const)
        void spoken.then((outcome) => visitor.send({ type: 'spoken', outcome }))
      }
      if (message.type === 'silenceAsked' && isVisitorSeen()) stop()
    },
    end: forget,
  }
}
