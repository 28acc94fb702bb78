import { sapiVoices } from './sapi.ts'
import { speechDispatcher } from './speech-dispatcher.ts'
import type { Voices } from './voices.ts'

/** The voices of this machine. */
export function openVoices(): Voices {
  return process.platform === 'win32' ? sapiVoices() : speechDispatcher()
}
