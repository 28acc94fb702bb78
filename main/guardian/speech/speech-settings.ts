import { existsSync } from 'node:fs'
import { cp, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** What Debian leaves unsaid: a sound server that is not there would be waited for without end. */
const withoutSoundServer = 'AudioOutputMethod "pulse,alsa"\n'

/**
 * Settings of a Speech Dispatcher of our own: the machine's, the user's over them as it reads them itself, and before both
 * the line that they lack, so that one of theirs still counts.
 * @param env whose user's
 * @param folder where they go
 * @throws when Speech Dispatcher has no settings on this machine: it is not installed
 */
export async function copySpeechSettings(env: NodeJS.ProcessEnv, folder: string): Promise<void> {
  const { XDG_CONFIG_HOME: users = join(env.HOME ?? '/', '.config') } = env
  for (const place of ['/etc', users]) {
    const settings = join(place, 'speech-dispatcher')
    if (existsSync(settings)) await cp(settings, folder, { recursive: true, dereference: true })
  }
  const main = join(folder, 'speechd.conf')
  await writeFile(main, withoutSoundServer + (await readFile(main, 'utf8')))
}
