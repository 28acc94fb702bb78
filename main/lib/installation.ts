import { join } from 'node:path'
import { app } from 'electron'

/** Where the program's own files are. The bundle is `out/main/index.js`, its neighbours lie beside `main`. */
const out = join(import.meta.dirname, '..')

export const installation = {
  pages: join(out, 'renderer'),
  preload: join(out, 'preload', 'page.cjs'),
  coordinator: join(out, 'coordinator', 'index.js'),
  /** What the program is started with again: from source, Electron must be told where the source is. */
  appArguments: (): string[] => (app.isPackaged ? [] : [app.getAppPath()]),
}
