import { readdir } from 'node:fs/promises'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { speechDispatcher } from '../../../../main/guardian/speech/speech-dispatcher.ts'
import { startSpeechServer } from '../../../../main/guardian/speech/speech-server.ts'
import { brokenSound, serverlessSound, silentSound } from '../../../doubles/sound.ts'
import { temporaryFolder } from '../../../doubles/temporary-folder.ts'

const long = 'Une phrase très longue, que personne ne veut entendre. '.repeat(7)
const never = new AbortController().signal

async function realVoices(soundIn = silentSound) {
  const sound = await soundIn(await temporaryFolder())
  const runtime = await temporaryFolder()
  vi.stubEnv('XDG_RUNTIME_DIR', runtime)
  const env = { ...process.env, ...sound }
  const voices = speechDispatcher(() => startSpeechServer(env))
  onTestFinished(async () => {
    vi.unstubAllEnvs()
    await voices.close()
  })
  return { voices, left: () => readdir(runtime) }
}

describe('Speech Dispatcher', () => {
  test('speaks the languages of its voices, and leaves nothing behind', async () => {
    const { voices, left } = await realVoices()
    expect(await voices.languages()).toEqual(['fr', 'fr-x-falc', 'en', 'es', 'ar', 'uk', 'pt'])
    expect(await left()).toHaveLength(1)
    await voices.close()
    expect(await left()).toEqual([])
  })

  test('says sentences in one language after the other, each to its end', async () => {
    const { voices } = await realVoices()
    await voices.say({ text: 'Bonjour à toutes et à tous.', language: 'fr-x-falc' }, never)
    await voices.say({ text: '.Ви ще тут?', language: 'uk' }, never)
  })

  test('speaks where there is no sound server', async () => {
    const { voices } = await realVoices(serverlessSound)
    await voices.say({ text: 'Bonjour.', language: 'fr' }, never)
  })

  test('is cut short, and says the next sentence', async () => {
    const { voices } = await realVoices()
    const cut = new AbortController()
    const said = voices.say({ text: long, language: 'fr' }, cut.signal)
    cut.abort()
    await said
    await voices.say({ text: 'Et maintenant\u00a0?', language: 'fr' }, never)
  })

  test('is ended where the sound does not work, and whoever waits for a sentence is told', async () => {
    const { voices, left } = await realVoices(brokenSound)
    await voices.languages()
    const said = voices.say({ text: long, language: 'fr' }, never)
    const failed = expect(said).rejects.toThrow('server')
    await voices.close()
    await failed
    expect(await left()).toEqual([])
  })

  test('begins anew after it was closed', async () => {
    const { voices } = await realVoices()
    await voices.say({ text: 'Un.', language: 'fr' }, never)
    await voices.close()
    await voices.say({ text: 'Deux.', language: 'fr' }, never)
  })
})
