import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * The environment of a program that speaks into nothing: real voices, and a sound card that swallows what they say.
 * @param folder for settings
 */
export function silentSound(folder: string): Promise<Record<string, string>> {
  return soundSettings(folder, 'AudioOutputMethod "alsa"\nAudioALSADevice "null"\n')
}

/** Of one on a machine without a sound server: how sound is to come out, the settings do not say. */
export function serverlessSound(folder: string): Promise<Record<string, string>> {
  return soundSettings(folder, 'AudioALSADevice "null"\n')
}

/** Of one on a machine whose sound does not work: a sentence that has begun does not come to its end. */
export function brokenSound(folder: string): Promise<Record<string, string>> {
  return soundSettings(folder, 'AudioOutputMethod "pulse"\n')
}

async function soundSettings(folder: string, settings: string): Promise<Record<string, string>> {
  await mkdir(join(folder, 'speech-dispatcher'), { recursive: true })
  await writeFile(join(folder, 'speech-dispatcher', 'speechd.conf'), settings)
  return { XDG_CONFIG_HOME: folder, PULSE_SERVER: 'unix:/nowhere' }
}
