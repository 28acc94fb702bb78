import type { z } from 'zod'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { PageBridge } from '../../app/contracts/contract.ts'

/**
 * A store that mirrors the view its process pushes. The first view is asked for, so that a page drawn late shows
 * the same as one drawn early.
 */
export async function mirrorView<V extends object>(
  schema: z.ZodType<V>,
  first: () => Promise<V>,
  bridge: PageBridge = window.estran,
): Promise<StoreApi<V>> {
  const pushed: { view?: V } = {}
  let store: StoreApi<V> | undefined
  bridge.onView((raw) => {
    const view = schema.parse(raw)
    pushed.view = view
    store?.setState(view, true)
  })
  const asked = await first()
  store = createStore<V>(() => pushed.view ?? asked)
  return store
}
