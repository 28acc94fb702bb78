import { app, type Debugger, type WebContents } from 'electron'
import { printGuard } from './print-guard.ts'
import type { Sessions } from './sessions.ts'

/** A page has opened a file chooser; a picker that is no field of a form has already been refused. */
export type ChooserOpened = {
  page: WebContents
  /** Attributes of the field, by name. */
  attributes: ReadonlyMap<string, string>
  several: boolean
  /** Gives the field these files. @throws when the field is gone */
  give(paths: readonly string[]): Promise<void>
}

type Command = (method: string, params?: object) => Promise<unknown>

/**
 * Catches what a page of the web would ask of the desktop, in each of its frames, whoever made the page: Electron has
 * no event for a file chooser nor for `print()`, and would open a window of the desktop for either.
 */
export function interceptPages(sessions: Sessions, opened: (chooser: ChooserOpened) => void): void {
  app.on('web-contents-created', (_event, contents) => {
    if (contents.session === sessions.visit) intercept(contents, opened)
  })
}

function intercept(page: WebContents, opened: (chooser: ChooserOpened) => void): void {
  const agent = page.debugger
  const session = (id: string): Command => commandsOf(agent, id)
  const begin = () => {
    if (agent.isAttached()) return
    agent.attach('1.3')
    hold(session(''))
  }
  // Only with its next page: one on its way out is told as detached before it is gone, and would be again at once.
  agent.on('detach', () => {
    if (!page.isDestroyed()) page.once('did-start-navigation', begin)
  })
  agent.on('message', (_event, method, params, id) => {
    if (method === 'Target.attachedToTarget') hold(session(params.sessionId))
    if (method === 'Page.fileChooserOpened' && params.backendNodeId !== undefined)
      // A field that is gone before it could be looked at wants no file any more.
      describe(page, session(id), params).then(opened, () => {})
  })
  begin()
}

/** Not awaited: what is asked before a frame has a process is carried out as soon as it has one. */
function hold(command: Command): void {
  const held = [
    command('Page.enable'),
    command('Page.setInterceptFileChooserDialog', { enabled: true }),
    command('Page.addScriptToEvaluateOnNewDocument', { source: printGuard, runImmediately: true }),
    command('Target.setAutoAttach', {
      autoAttach: true,
      // Made to wait, frames that change their process were at times never started (Chromium 130).
      waitForDebuggerOnStart: false,
      flatten: true,
      filter: [{ type: 'iframe' }, { exclude: true }],
    }),
  ]
  // A frame that is gone meanwhile refuses all of them.
  void Promise.allSettled(held)
}

async function describe(
  page: WebContents,
  command: Command,
  { backendNodeId, mode }: { backendNodeId: number; mode: string },
): Promise<ChooserOpened> {
  const { node } = (await command('DOM.describeNode', { backendNodeId })) as {
    node: { attributes?: string[] }
  }
  const pairs = node.attributes ?? []
  const names = pairs.filter((_each, index) => index % 2 === 0)
  return {
    page,
    attributes: new Map(names.map((name, index) => [name, pairs[2 * index + 1] ?? ''])),
    several: mode === 'selectMultiple',
    give: async (paths) =>
      void (await command('DOM.setFileInputFiles', { backendNodeId, files: [...paths] })),
  }
}

/** @param id of a frame with a process of its own; empty for the page itself */
function commandsOf(agent: Debugger, id: string): Command {
  return async (method, params = {}) => agent.sendCommand(method, params, id === '' ? undefined : id)
}
