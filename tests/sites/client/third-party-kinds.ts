import type { Kind } from './kind.ts'

const names = [
  'localStorage',
  'sessionStorage',
  'IndexedDB',
  'CacheStorage',
  'OPFS',
  'cookie',
  'cookie partitionné',
]

type Question = { name: string; token?: string }
type Answer = { found?: string | null; error?: string }

/** What the third party's frame leaves in its own storage: asked by message, told by message. */
export function thirdPartyKinds(frame: HTMLIFrameElement): Kind[] {
  return names.map((name) => ({
    name: `${name} d’un tiers`,
    plant: (token) => ask(frame, { name, token }),
    read: () => ask(frame, { name }),
  }))
}

async function ask(frame: HTMLIFrameElement, question: Question): Promise<string | null | undefined> {
  const { port1, port2 } = new MessageChannel()
  const answered = new Promise<Answer>((resolve) => {
    port1.onmessage = (event) => resolve(event.data)
  })
  frame.contentWindow?.postMessage(question, '*', [port2])
  const { found, error } = await answered
  if (error) throw new Error(error)
  return found
}
