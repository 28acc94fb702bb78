import type { Kind } from './kind.ts'
import { cookieKind } from './network-kinds.ts'
import { storageKinds } from './storage-kinds.ts'

// Runs in the third party's frame: plants when a token comes with the question, reads otherwise.
const plant = (token: string) => fetch('/cookies', { method: 'POST', body: token })
const kinds: Kind[] = [
  ...storageKinds(0),
  { ...cookieKind('cookie', 'tiers'), plant },
  { ...cookieKind('cookie partitionné', 'tiers-partitionne'), plant },
]

addEventListener('message', async ({ data, ports }: MessageEvent<{ name: string; token?: string }>) => {
  const kind = kinds.find(({ name }) => name === data.name)
  try {
    if (data.token === undefined) ports[0]?.postMessage({ found: await kind?.read() })
    else ports[0]?.postMessage({ found: void (await kind?.plant(data.token)) })
  } catch (error) {
    ports[0]?.postMessage({ error: String(error) })
  }
})
