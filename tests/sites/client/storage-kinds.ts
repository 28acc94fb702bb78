import { type Kind, settled } from './kind.ts'

/** What a page stores through the storage interfaces. `bigBytes` above 0 adds an IndexedDB of that size. */
export function storageKinds(bigBytes: number): Kind[] {
  return [
    {
      name: 'localStorage',
      plant: (token) => localStorage.setItem('relique', token),
      read: () => localStorage.getItem('relique'),
    },
    {
      name: 'sessionStorage',
      plant: (token) => sessionStorage.setItem('relique', token),
      read: () => sessionStorage.getItem('relique'),
    },
    database('IndexedDB', 'relique', 0),
    ...(bigBytes > 0 ? [database('IndexedDB de grande taille', 'grande-relique', bigBytes)] : []),
    {
      name: 'CacheStorage',
      plant: async (token) => (await caches.open('relique')).put('/relique', new Response(token)),
      read: async () => (await caches.match('/relique'))?.text(),
    },
    {
      name: 'service worker',
      plant: async (token) => {
        const registration = await navigator.serviceWorker.register(`/ouvrier.js?jeton=${token}`, {
          scope: '/ouvrier/',
        })
        const worker = registration.installing
        if (!worker) return
        await new Promise<void>((resolve, reject) => {
          worker.onstatechange = () => {
            if (worker.state === 'activated') resolve()
            if (worker.state === 'redundant') reject(new Error('service worker not installed'))
          }
        })
      },
      read: async () => (await navigator.serviceWorker.getRegistrations())[0]?.active?.scriptURL,
    },
    {
      name: 'réponse gardée par le service worker',
      plant: () => undefined, // the worker does it as it is installed
      read: async () => (await caches.match('/ouvrier/relique'))?.text(),
    },
    {
      name: 'OPFS',
      plant: async (token) => {
        const folder = await navigator.storage.getDirectory()
        const file = await (await folder.getFileHandle('relique.txt', { create: true })).createWritable()
        await file.write(token)
        await file.close()
      },
      read: async () => {
        const folder = await navigator.storage.getDirectory()
        const file = await folder.getFileHandle('relique.txt').catch(() => null)
        return (await file?.getFile())?.text()
      },
    },
  ]
}

function database(name: string, id: string, bytes: number): Kind {
  const pieceBytes = 1_000_000
  return {
    name,
    plant: async (token) => {
      const opening = indexedDB.open(id)
      opening.onupgradeneeded = () => opening.result.createObjectStore('pieces')
      const opened = await settled(opening)
      const store = () => opened.transaction('pieces', 'readwrite').objectStore('pieces')
      await settled(store().put(token, 'jeton'))
      for (let start = 0; start < bytes; start += pieceBytes)
        await settled(store().put(noise(pieceBytes), start))
      opened.close()
    },
    read: async () => {
      // Opening would create it.
      if (!(await indexedDB.databases()).some((known) => known.name === id)) return null
      const opened = await settled(indexedDB.open(id))
      const token = await settled<string>(opened.transaction('pieces').objectStore('pieces').get('jeton'))
      opened.close()
      return token
    },
  }
}

/** Bytes that do not compress; a single call gives 65,536 at most. */
function noise(bytes: number): Uint8Array {
  const piece = new Uint8Array(bytes)
  for (let start = 0; start < bytes; start += 65_536)
    crypto.getRandomValues(piece.subarray(start, start + 65_536))
  return piece
}
