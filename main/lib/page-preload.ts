/**
 * The preload of our own pages, the same for each: calls by name, views pushed. It knows no contract; the page's
 * client and the serving side both check every payload. Pages of the web get no preload at all.
 */
import { contextBridge, ipcRenderer } from 'electron'
import type { PageBridge } from '../../app/contracts/contract.ts'

const bridge: PageBridge = {
  call: (group, name, params) => ipcRenderer.invoke('estran:call', group, name, params),
  onView: (listener) => {
    ipcRenderer.on('estran:view', (_event, view: unknown) => listener(view))
  },
}

contextBridge.exposeInMainWorld('estran', bridge)
