import { useStore } from 'zustand'
import type { StoreApi } from 'zustand/vanilla'
import type { GuardianView } from '../../app/contracts/guardian-page.ts'

/** What the guardian shows now; a page is drawn again at each view pushed. */
export function useView(store: StoreApi<GuardianView>): GuardianView {
  return useStore(store)
}
