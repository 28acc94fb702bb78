import { once } from 'node:events'
import { spokenLanguages, voiceTag } from '../../../app/speech/spoken-languages.ts'
import { voiceTagsOf } from '../../../app/speech/ssip.ts'
import { type SpeechServer, startSpeechServer } from './speech-server.ts'
import type { Voices } from './voices.ts'

/**
 * Speech Dispatcher, over its socket: it tells when a sentence ends and stops at once, and no word of a page stands on a
 * command line, where every user of the machine could read it (as with `spd-say`).
 * @param start starts a server of our own; the same one speaks until `close`
 */
export function speechDispatcher(start: () => Promise<SpeechServer> = startSpeechServer): Voices {
  let server: Promise<SpeechServer> | null = null
  const opened = () => {
    server ??= start()
    return server
  }
  return {
    languages: async () => {
      const { connection } = await opened()
      return spokenLanguages(voiceTagsOf(await connection.command('LIST SYNTHESIS_VOICES')))
    },
    say: async ({ text, language }, cutShort) => {
      const { connection } = await opened()
      if (cutShort.aborted) return
      await connection.command(`SET SELF LANGUAGE ${voiceTag(language)}`)
      const said = connection.speak(text)
      const cut = once(cutShort, 'abort').then(() => connection.command('CANCEL SELF'))
      await Promise.race([said, cut])
    },
    close: async () => {
      const last = server
      server = null
      await (await last?.catch(() => null))?.stop()
    },
  }
}
