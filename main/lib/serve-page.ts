import type { IpcMainInvokeEvent, WebContents } from 'electron'
import type { Call, Contract, Handlers } from '../../app/contracts/contract.ts'
import { isOwnPage } from './own-pages.ts'

/**
 * Serves a contract to one of our own pages: the frame is checked, then the payload, then the answer. A payload is
 * never logged: it may be what a person typed.
 * @throws from the page's call when frame, name or payload is not in the contract
 */
export function servePage<C extends Contract>(
  contents: WebContents,
  contract: C,
  handlers: Handlers<C>,
): void {
  contents.ipc.handle('estran:call', async (event, group: unknown, name: unknown, params: unknown) => {
    refuseForeignFrame(event, contents)
    const call = find(contract, group, name)
    const handler = find(handlers, group, name) as (params: unknown) => unknown
    const read = call.params.safeParse(params)
    if (!read.success)
      throw new Error(`${String(group)}.${String(name)}: the call is not as the contract says`)
    return call.result.parse(await handler(read.data)) as unknown
  })
}

/** Pushes a view to one of our own pages; a page that is gone misses nothing. */
export function pushView(contents: WebContents, view: unknown): void {
  if (!contents.isDestroyed()) contents.send('estran:view', view)
}

function refuseForeignFrame(event: IpcMainInvokeEvent, contents: WebContents): void {
  const frame = event.senderFrame
  if (frame === null || frame !== contents.mainFrame || !isOwnPage(frame.url)) {
    throw new Error('This frame may not call Estran.')
  }
}

function find(contract: Contract, group: unknown, name: unknown): Call
function find(handlers: object, group: unknown, name: unknown): unknown
function find(tree: object, group: unknown, name: unknown): unknown {
  const calls: unknown =
    typeof group === 'string' && Object.hasOwn(tree, group) ? Reflect.get(tree, group) : undefined
  if (typeof calls === 'object' && calls !== null && typeof name === 'string' && Object.hasOwn(calls, name)) {
    return Reflect.get(calls, name)
  }
  throw new Error('There is no such call.')
}
