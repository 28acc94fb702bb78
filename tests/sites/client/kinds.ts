import type { Kind } from './kind.ts'
import { networkKinds } from './network-kinds.ts'
import { pageKinds } from './page-kinds.ts'
import { storageKinds } from './storage-kinds.ts'
import { thirdPartyKinds } from './third-party-kinds.ts'

/** Every kind this page can leave or find, once the third party's frame is there. `bigBytes` as in `storageKinds`. */
export async function allKinds(bigBytes: number): Promise<Kind[]> {
  if (document.readyState !== 'complete') await new Promise((resolve) => addEventListener('load', resolve))
  const frame = document.querySelector('iframe')
  if (!frame) throw new Error('the page has no third-party frame')
  return [
    ...networkKinds(new URL(frame.src).origin),
    ...storageKinds(bigBytes),
    ...thirdPartyKinds(frame),
    ...pageKinds,
  ]
}
