import { readFile } from 'node:fs/promises'
import { expect, test, vi } from 'vitest'
import { coordinatorApi } from '../../../../app/contracts/coordinator-api.ts'
import { policySchema } from '../../../../app/policy/policy.ts'
import { withoutSecrets } from '../../../../app/policy/secrets.ts'
import { joinSite } from '../../../../main/guardian/network/join-site.ts'
import { pairingFileIn, readPairing } from '../../../../main/guardian/network/pairing-file.ts'
import { identityFile, keepIdentity } from '../../../../main/guardian/records/identity.ts'
import { systemScheduler } from '../../../../main/lib/scheduler.ts'
import { network, settingsIn, startInTest } from '../../../doubles/network.ts'
import { networkedPost } from '../../../doubles/networked-post.ts'
import '../../../doubles/own-certificates.ts'
import '../../../doubles/silent-log.ts'
import { temporaryFolder } from '../../../doubles/temporary-folder.ts'

const { posts, siteCodes } = coordinatorApi

const soon = (check: () => void | Promise<void>) => vi.waitFor(check, { timeout: 20_000 })
/** As the system's, but a thousand times as impatient. */
const scheduler = {
  after: (seconds: number, run: () => void) => systemScheduler.after(seconds / 1000, run),
}

/** A coordinator with TLS and a code for one post of its site. */
async function siteOfOne() {
  const net = await network({ plainHttp: false, address: '127.0.0.1' })
  const params = { siteId: await net.site() }
  return { net, ...(await net.ask(siteCodes.make, { params, body: { posts: 1, days: 1 } })) }
}

/** A state folder after a first start, and what it starts with. */
async function firstStart(code: string, name: string) {
  const folder = await temporaryFolder()
  await keepIdentity(identityFile(folder), 'machine of this test')
  const { coordinator } = policySchema.parse({ coordinator: { code, name } })
  if (coordinator === undefined) throw new Error('no site code in the policy')
  return { folder, start: () => joinSite(coordinator, folder, scheduler, () => 1) }
}

test('a post with a site code in its policy joins by itself, is connected, and is not another at its next start', async () => {
  const { net, code, siteId } = await siteOfOne()
  const { folder, start } = await firstStart(code, 'Poste 3')
  const post = await networkedPost(folder)
  start()
  await soon(() => expect(post.network().standing()).toBe('connected'))
  const pairing = await readFile(pairingFileIn(folder), 'utf8')
  start()
  await new Promise((resolve) => setTimeout(resolve, 200))
  expect(await readFile(pairingFileIn(folder), 'utf8')).toBe(pairing)
  expect(await net.ask(posts.list, { query: {} })).toMatchObject([
    { name: 'Poste 3', siteId, pairing: 'paired' },
  ])
})

test('a post that starts before its network is there joins once it is', async () => {
  const settings = { ...settingsIn(await temporaryFolder()), plainHttp: false, address: '127.0.0.1' }
  const net = await network(settings)
  const params = { siteId: await net.site() }
  const { code } = await net.ask(siteCodes.make, { params, body: { posts: 1, days: 1 } })
  await net.coordinator.stop()
  const { folder, start } = await firstStart(code, 'Poste 1')
  start()
  await new Promise((resolve) => setTimeout(resolve, 200))
  expect(await readPairing(pairingFileIn(folder))).toBeNull()
  await startInTest({ ...settings, port: Number(new URL(net.coordinator.address).port) })
  await soon(async () => expect(await readPairing(pairingFileIn(folder))).not.toBeNull())
})

test('a post that was revoked stays out, however often it starts', async () => {
  const { net, code } = await siteOfOne()
  const { folder, start } = await firstStart(code, 'Poste 1')
  const post = await networkedPost(folder)
  start()
  await soon(() => expect(post.network().standing()).toBe('connected'))
  const [{ id } = { id: '' }] = await net.ask(posts.list, { query: {} })
  await net.ask(posts.revoke, { params: { postId: id } })
  await soon(() => expect(post.network().standing()).toBe('refused'))
  start()
  await new Promise((resolve) => setTimeout(resolve, 200))
  expect(await net.ask(posts.list, { query: {} })).toMatchObject([{ id, pairing: 'revoked' }])
})

test('a mistyped code is a problem of the policy; a good one is never shown again', async () => {
  const { code } = await siteOfOne()
  const wrong = policySchema.safeParse({
    coordinator: { code: code.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')) },
  })
  expect(wrong.error?.issues[0]?.path).toEqual(['coordinator', 'code'])
  const shown = JSON.stringify(withoutSecrets(policySchema.parse({ coordinator: { code } })))
  expect(shown).not.toContain(code)
})
