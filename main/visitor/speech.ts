import type { Handlers } from '../../app/contracts/contract.ts'
import type { speechCalls } from '../../app/contracts/speech-calls.ts'
import type { Spoken } from '../../app/speech/sentence.ts'
import type { GuardianLink } from './guardian-link.ts'

/** Has the shell's sentences read aloud: the guardian alone reaches the voices. */
export type Speech = {
  calls: Handlers<typeof speechCalls>
  hear(outcome: Spoken): void
}

export function askSpeech(guardian: GuardianLink): Speech {
  /** The guardian answers in the order in which it was asked. */
  const asked: ((outcome: Spoken) => void)[] = []
  return {
    calls: {
      speech: {
        say: (sentence) =>
          new Promise<Spoken>((resolve) => {
            asked.push(resolve)
            // Who listens is there.
            guardian.send({ type: 'activity' })
            guardian.send({ type: 'sayAsked', sentence })
          }),
        stop: () => guardian.send({ type: 'silenceAsked' }),
      },
    },
    hear: (outcome) => asked.shift()?.(outcome),
  }
}
