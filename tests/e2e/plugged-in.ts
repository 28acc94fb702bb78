import { existsSync } from 'node:fs'
import { chmod, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { userInfo } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { program } from './post.ts'

/** A stick of memory, really mounted where a desktop mounts one; only the post and what it starts see it. */
export type Stick = {
  /** A program that becomes Electron, in a namespace in which sticks can be mounted. */
  executable: string
  /** @param fill shell commands that put files on the stick, its working folder */
  plugIn(sizeKilobytes: number, fill: string): Promise<void>
  /** Tears it out. */
  pull(): Promise<void>
  /** Runs a shell command where the stick is the working folder. @returns what it prints */
  look(command: string): Promise<string>
}

/** @param folder empty, for the stick's own files; it is gone when this is */
export async function makeStick(folder: string): Promise<Stick> {
  const { uid, gid, username } = userInfo()
  const at = (name: string) => join(folder, name)
  const point = `/media/${username}/VACANCES`
  // In the outer namespace one is root and may mount; in the inner one Electron runs as the user that it knows.
  const script = `#!/bin/sh
exec unshare --user --map-root-user --mount sh -c '
  mount -t tmpfs none /media
  (while [ -d "${folder}" ]; do
    if [ -e "${at('ask')}" ]; then
      sh "${at('ask')}" > "${at('answering')}" 2>&1
      rm "${at('ask')}"
      mv "${at('answering')}" "${at('answer')}"
    fi
    sleep 0.05
  done) < /dev/null > /dev/null 2>&1 &
  exec unshare --user --map-user=${uid} --map-group=${gid} "$0" "$@"
' ${program().executable} "$@"
`
  await writeFile(at('electron'), script)
  await chmod(at('electron'), 0o755)

  const ask = async (command: string): Promise<string> => {
    await rm(at('answer'), { force: true })
    await writeFile(at('asking'), command)
    await rename(at('asking'), at('ask'))
    while (!existsSync(at('answer'))) await pause(30)
    return readFile(at('answer'), 'utf8')
  }
  return {
    executable: at('electron'),
    plugIn: async (sizeKilobytes, fill) => {
      const mount = `mkdir -p "${point}" && mount -t tmpfs -o size=${sizeKilobytes}k none "${point}"`
      await ask(`${mount} && cd "${point}" && ${fill}`)
    },
    pull: async () => void (await ask(`umount -l "${point}"`)),
    look: (command) => ask(`cd "${point}" && ${command}`),
  }
}
