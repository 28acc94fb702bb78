import { useSyncExternalStore } from 'react'

/** The page and its filters, as the address says: it can be kept, sent and gone back to. */
export type Place = { page: string; filters: URLSearchParams }

/** Goes to a page; the language chosen goes along. */
export function go(page: string, filters: Readonly<Record<string, string>> = {}): void {
  const language = new URLSearchParams(location.search).get('lang')
  const search = new URLSearchParams({ ...filters, ...(language === null ? {} : { lang: language }) })
  move(`/${page}`, search)
}

/** Changes filters of the page one is on; an empty one is taken off the address. */
export function filter(changes: Readonly<Record<string, string>>): void {
  const search = new URLSearchParams(location.search)
  for (const [name, value] of Object.entries(changes)) {
    if (value === '') search.delete(name)
    else search.set(name, value)
  }
  move(location.pathname, search)
}

function move(path: string, search: URLSearchParams): void {
  history.pushState(null, '', search.size === 0 ? path : `${path}?${search}`)
  window.dispatchEvent(new PopStateEvent('popstate'))
}

export function usePlace(): Place {
  const address = useSyncExternalStore(subscribe, () => location.pathname + location.search)
  const { pathname, searchParams } = new URL(address, location.origin)
  return { page: pathname.slice(1), filters: searchParams }
}

function subscribe(changed: () => void): () => void {
  window.addEventListener('popstate', changed)
  return () => window.removeEventListener('popstate', changed)
}
