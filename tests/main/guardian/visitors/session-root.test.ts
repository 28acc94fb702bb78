import { readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import {
  chooseBase,
  makeSessionRoot,
  possibleBases,
  type RootBase,
} from '../../../../main/guardian/visitors/session-root.ts'
import { temporaryFolder } from '../../../doubles/temporary-folder.ts'

const modeOf = async (path: string) => (await stat(path)).mode & 0o777

async function base(): Promise<RootBase> {
  return { folder: join(await temporaryFolder(), 'estran-roots'), medium: 'disk' }
}

describe('a session root', () => {
  test('can be entered by its owner alone, and so can every folder in it', async () => {
    const here = await base()
    const { folder } = await makeSessionRoot(here, {})
    expect(await modeOf(here.folder)).toBe(0o700)
    expect(await modeOf(folder)).toBe(0o700)
    for (const name of await readdir(folder)) expect(await modeOf(join(folder, name))).toBe(0o700)
  })

  test('keeps the desktop’s own print dialog from every printer, and from printing to a file', async () => {
    const { env } = await makeSessionRoot(await base(), {})
    const settings = await readFile(join(env.XDG_CONFIG_HOME ?? '', 'gtk-3.0/settings.ini'), 'utf8')
    expect(settings).toContain('gtk-print-backends=\n')
  })

  test('holds every folder that programs are told to write in', async () => {
    const { folder, env } = await makeSessionRoot(await base(), { HOME: '/home/somebody' })
    const { ESTRAN_SESSION_ROOT, ...places } = env
    expect(ESTRAN_SESSION_ROOT).toBe(folder)
    for (const name of ['HOME', 'TMPDIR', 'XDG_CONFIG_HOME', 'XDG_CACHE_HOME', 'XDG_DATA_HOME']) {
      expect(places).toHaveProperty(name)
    }
    for (const place of Object.values(places)) {
      expect(place.startsWith(`${folder}/`)).toBe(true)
      expect((await stat(place)).isDirectory()).toBe(true)
    }
  })

  test('is another one for each visitor', async () => {
    const here = await base()
    const [one, two] = [await makeSessionRoot(here, {}), await makeSessionRoot(here, {})]
    expect(one.folder).not.toBe(two.folder)
    expect(await readdir(here.folder)).toHaveLength(2)
  })

  test('holds the key of the display, for a visitor that sees no home', async () => {
    const cookie = join(await temporaryFolder(), 'Xauthority')
    await writeFile(cookie, 'cookie')
    const { folder, env } = await makeSessionRoot(await base(), { XAUTHORITY: cookie })
    expect(env.XAUTHORITY?.startsWith(`${folder}/`)).toBe(true)
    expect(await readFile(env.XAUTHORITY ?? '', 'utf8')).toBe('cookie')
  })
})

describe('the base of session roots', () => {
  test('is on disk where memory has no room, or where what should be memory is not', async () => {
    const onDisk = await base()
    const inMemory = (folder: string): RootBase => ({ folder: join(folder, 'x'), medium: 'memory' })
    const vast = 2 ** 60
    expect(await chooseBase([inMemory('/dev/shm'), inMemory('/not/there'), onDisk], vast)).toBe(onDisk)
    expect(await chooseBase([inMemory('/'), onDisk], 0)).toBe(onDisk)
  })

  test('is one of those a later start will look in, whichever was chosen', () => {
    const env = { XDG_RUNTIME_DIR: '/run/user/1000' }
    const bases = possibleBases('/var/lib/estran', env)
    expect(bases.map(({ medium }) => medium)).toEqual(['memory', 'memory', 'disk'])
    expect(bases[0]?.folder).toMatch(/^\/run\/user\/1000\/estran-[0-9a-f]{12}$/)
    expect(possibleBases('/var/lib/estran', env)).toEqual(bases)
    expect(possibleBases('/var/lib/other', env)[0]).not.toEqual(bases[0])
    expect(possibleBases('/var/lib/estran', { XDG_RUNTIME_DIR: '' })).toEqual(bases.slice(1))
  })
})
