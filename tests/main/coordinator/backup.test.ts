import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { coordinatorApi } from '../../../app/contracts/coordinator-api.ts'
import { backUp, restore } from '../../../main/coordinator/backup.ts'
import type { Settings } from '../../../main/coordinator/command-line.ts'
import { openStore } from '../../../main/coordinator/store/store.ts'
import { onEachStore } from '../../doubles/each-store.ts'
import { network, password, say, settingsIn, signedIn, speakTo, startInTest } from '../../doubles/network.ts'
import { temporaryFolder } from '../../doubles/temporary-folder.ts'

const { post, door, posts, sites } = coordinatorApi
const alone = 'am/session/help=alone/end=person'

async function withStore<T>(
  { folder, databaseUrl }: Settings,
  use: (store: Awaited<ReturnType<typeof openStore>>) => Promise<T>,
): Promise<T> {
  const store = await openStore(folder, databaseUrl)
  try {
    return await use(store)
  } finally {
    await store.close()
  }
}

onEachStore('backup', (database) => {
  const emptySettings = async () => ({ ...settingsIn(await temporaryFolder()), ...(await database()) })

  test('yesterday’s backup is put back: posts tell again what is missing, and the totals are right', async () => {
    const settings = await emptySettings()
    const file = join(settings.folder, 'yesterday.gz')
    const net = await network(settings)
    const { token } = await net.post()
    const told: Record<string, Record<string, Record<string, number>>> = {}
    const count = async (day: string, number: number) => {
      told[day] = { seriesone: { [alone]: number } }
      await net.ask(post.tellDay, { params: { day }, body: told[day] }, { token })
    }
    await count('2026-11-16', 20)
    await count('2026-11-17', 30)
    // While it runs.
    expect(await withStore(settings, (store) => backUp(store, file))).toBeGreaterThan(4)
    await count('2026-11-17', 35)
    await count('2026-11-18', 40)
    await net.post('Poste d’aujourd’hui')
    await net.coordinator.stop()

    expect(await withStore(settings, (store) => restore(store, file, true))).toBeGreaterThan(4)
    const again = speakTo(await startInTest(settings), {})
    const admin = signedIn(
      await say(again.coordinator.address, door.signIn, { body: { name: 'admin', password } }),
    )
    expect((await again.ask(posts.list, { query: {} }, admin)).map(({ name }) => name)).toEqual(['Poste 1'])
    const held = await again.ask(post.days, { query: {} }, { token })
    expect(held).toEqual({ '2026-11-16': { seriesone: 20 }, '2026-11-17': { seriesone: 30 } })

    for (const [day, body] of Object.entries(told)) {
      const total = body.seriesone?.[alone] ?? 0
      if ((held[day]?.seriesone ?? 0) < total)
        await again.ask(post.tellDay, { params: { day }, body }, { token })
    }
    expect(await again.ask(post.days, { query: {} }, { token })).toEqual({
      '2026-11-16': { seriesone: 20 },
      '2026-11-17': { seriesone: 35 },
      '2026-11-18': { seriesone: 40 },
    })
  })

  test('a backup goes from one kind of database to the other', async () => {
    const settings = await emptySettings()
    const file = join(settings.folder, 'backup.gz')
    const net = await network(settings)
    await net.site('Dax')
    await net.coordinator.stop()
    const rows = await withStore(settings, (store) => backUp(store, file))
    const elsewhere = settingsIn(await temporaryFolder())
    expect(await withStore(elsewhere, (store) => restore(store, file, false))).toBe(rows)
    const there = speakTo(await startInTest(elsewhere), {})
    const admin = signedIn(
      await say(there.coordinator.address, door.signIn, { body: { name: 'admin', password } }),
    )
    expect((await there.ask(sites.list, {}, admin)).map(({ name }) => name)).toEqual(['Dax'])
  })

  test('a backup that is cut, altered or none changes nothing', async () => {
    const settings = await emptySettings()
    const file = join(settings.folder, 'backup.gz')
    const net = await network(settings)
    await net.site('Dax')
    await withStore(settings, (store) => backUp(store, file))
    await expect(withStore(settings, (store) => restore(store, file, true))).rejects.toThrow('stop it')
    await net.coordinator.stop()

    await expect(withStore(settings, (store) => restore(store, file, false))).rejects.toThrow('not empty')
    const whole = await readFile(file)
    const lines = gunzipSync(whole).toString().split('\n')
    const oneLess = gzipSync(lines.filter((line) => !line.includes('Dax')).join('\n'))
    const broken = [
      oneLess,
      whole.subarray(0, -20),
      Buffer.from('no backup'),
      Buffer.from(whole).fill(0, 40, 60),
    ]
    for (const content of broken) {
      await writeFile(file, content)
      await expect(withStore(settings, (store) => restore(store, file, true))).rejects.toThrow(
        'nothing was changed',
      )
    }
    await expect(withStore(settings, (store) => restore(store, `${file}.none`, true))).rejects.toThrow(
      'backup.gz.none',
    )
    const again = speakTo(await startInTest(settings), net.admin)
    expect((await again.ask(sites.list, {})).map(({ name }) => name)).toEqual(['Dax'])
  })

  test('nothing that lets anyone in is in a backup in the clear', async () => {
    const settings = await emptySettings()
    const file = join(settings.folder, 'backup.gz')
    const net = await network(settings)
    const { token } = await net.post()
    await withStore(settings, (store) => backUp(store, file))
    const text = gunzipSync(await readFile(file)).toString()
    expect(text).toContain('Poste 1')
    for (const secret of [password, token, net.admin.csrfToken ?? '', net.admin.cookie ?? '']) {
      expect(text).not.toContain(secret)
    }
  })
})
