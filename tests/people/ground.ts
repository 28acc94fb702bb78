import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startCups } from '../doubles/cups.ts'
import { testPolicy } from '../e2e/policy.ts'
import { makePlace, type Post, startPost } from '../e2e/post.ts'
import { type Sites, startSites } from '../sites/sites.ts'

type Session = Parameters<typeof testPolicy>[1]

/** A post on which every page can be come to, with téléservices and a print server of its own. */
export type Ground = { post: Post; sites: Sites; stop(): Promise<void> }

export type Wishes = {
  session?: Session
  /** Of the post; `ESTRAN_FAULT` holds it at a step. */
  env?: Record<string, string>
  /** Keys of the policy that are otherwise. */
  also?: Record<string, unknown>
}

export async function openGround({ session = {}, env = {}, also = {} }: Wishes = {}): Promise<Ground> {
  const folder = await mkdtemp(join(tmpdir(), 'estran-people-'))
  const cups = await startCups(folder)
  const sites = await startSites()
  const place = await makePlace({ ...fullPolicy(sites, session), ...also })
  const post = await startPost(place, { CUPS_SERVER: cups.socketPath, ...env }, ['--kiosk'])
  const stop = async () => {
    await post.stop()
    await place.remove()
    await sites.stop()
    await cups.stop()
    await rm(folder, { recursive: true, force: true })
  }
  return { post, sites, stop }
}

/** Opens a ground for as long as somebody is on it. */
export async function onGround(wishes: Wishes, act: (ground: Ground) => Promise<void>): Promise<void> {
  const ground = await openGround(wishes)
  try {
    await act(ground)
  } finally {
    await ground.stop()
  }
}

const checkout = join(import.meta.dirname, '../..')
const fr = (text: string) => ({ fr: text })

/** A policy that leaves nothing out. */
function fullPolicy(sites: Sites, session: Session): Record<string, unknown> {
  const policy = testPolicy(sites, session) as { post: object; services: { add: { id: string }[] } }
  const { origin } = sites.allocations
  const notices = [
    { at: `${origin}/connexion`, kind: 'mailSignUp' },
    { at: `${origin}/long`, kind: 'simulator' },
    { at: `${origin}/documents`, kind: 'finalSubmission' },
  ]
  const add = policy.services.add.map((one) => (one.id === 'allocations' ? { ...one, notices } : one))
  return {
    ...policy,
    post: { ...policy.post, touchKeyboard: true },
    services: { ...policy.services, add },
    rules: {
      house: [
        { title: fr('Une heure par personne'), text: fr('Quand quelqu’un attend, laissez votre place.') },
      ],
      signedCharter: {
        title: fr('Charte des médiathèques de l’Estuaire'),
        articles: [{ title: fr('Article 1'), text: fr('Chacune et chacun est bienvenu.') }],
      },
    },
    orientation: { places: join(checkout, 'assets/orientation/sample.csv') },
    agenda: { feed: join(checkout, 'tests/sites/files/agenda.ics'), days: 366 },
    scanner: {},
    printing: { printer: 'swift' },
  }
}
