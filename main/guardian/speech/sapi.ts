import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { spokenLanguages, voiceTag } from '../../../app/speech/spoken-languages.ts'
import { powerShell } from '../wipe/power-shell.ts'
import type { Voices } from './voices.ts'

const open =
  'Add-Type -AssemblyName System.Speech; $voice = New-Object System.Speech.Synthesis.SpeechSynthesizer'

/** Two lines on its input: the language, then the sentence, which therefore stands on no command line. */
const sayWhatIsRead = `
$ErrorActionPreference = 'Stop'
[Console]::InputEncoding = [Text.Encoding]::UTF8
${open}
$language = [Console]::In.ReadLine()
$ours = $voice.GetInstalledVoices() | Where-Object { $_.VoiceInfo.Culture.TwoLetterISOLanguageName -eq $language }
$voice.SelectVoice(@($ours)[0].VoiceInfo.Name)
$voice.Speak([Console]::In.ReadLine())`

/** The voices of Windows (SAPI), through PowerShell: one process a sentence, ended to cut it short. */
export function sapiVoices(): Voices {
  return {
    languages: async () => {
      const listed = await powerShell(`${open}; $voice.GetInstalledVoices().VoiceInfo.Culture.Name`)
      return spokenLanguages(listed.split(/\s+/))
    },
    say: async ({ text, language }, cutShort) => {
      const child = spawn('powershell.exe', ['-NoProfile', '-NonInteractive', '-Command', sayWhatIsRead], {
        stdio: ['pipe', 'ignore', 'ignore'],
        windowsHide: true,
      })
      // One that ends before it has read everything tells so by its exit code.
      child.stdin.on('error', () => {})
      child.stdin.end(`${voiceTag(language)}\n${text}\n`)
      const stop = () => child.kill()
      cutShort.addEventListener('abort', stop)
      if (cutShort.aborted) stop()
      const [code] = await once(child, 'exit')
      cutShort.removeEventListener('abort', stop)
      if (code !== 0 && !cutShort.aborted) throw new Error('The voices of Windows did not speak.')
    },
    close: async () => {},
  }
}
