import { glob, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { WebContents, WebPreferences } from 'electron'
import { program } from '../e2e/post.ts'
import { expect, test } from './fixtures.ts'
import { renderersOf } from './renderers.ts'

/** Electron's own list of recommendations, in its order (docs/tutorial/security.md). */
test('the twenty items of Electron’s security checklist', async ({ post, page, attempts, sites }) => {
  const { origin } = sites.allocations
  const shell = await post.shell()
  const { guardian, application } = post
  const code = await sources()
  const never = (words: RegExp) => {
    for (const [file, text] of code) expect(text, file).not.toMatch(words)
  }
  const item = (number: number, name: string, holds: () => Promise<string>) =>
    attempts.holds(`checklist ${number}: ${name}`, holds)
  const preferences = await application.evaluate(({ webContents }) =>
    // What a page was really given, which has no public type.
    (webContents.getAllWebContents() as (WebContents & { getLastWebPreferences(): WebPreferences })[]).map(
      (contents) => contents.getLastWebPreferences(),
    ),
  )
  const inGuardian = (check: (each: WebPreferences) => void) => {
    expect(preferences.length).toBeGreaterThan(0)
    for (const each of preferences) check(each ?? {})
  }

  await item(1, 'only secure content', async () => {
    const remote = [guardian, shell].map((own) =>
      own.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => new URL(name).protocol)),
    )
    const protocols = new Set((await Promise.all(remote)).flat())
    expect([...protocols].filter((protocol) => !['estran:', 'data:'].includes(protocol))).toEqual([])
    return 'our pages load nothing but our own files'
  })
  await item(2, 'no Node.js for remote content', async () => {
    inGuardian((each) => expect(each.nodeIntegration ?? false).toBe(false))
    never(/nodeIntegration\w*: true/)
    for (const shown of [guardian, shell, page])
      expect(
        await shown.evaluate(() => ['require', 'process', 'module'].filter((name) => name in globalThis)),
      ).toEqual([])
    return 'no require, process or module in any page'
  })
  await item(3, 'context isolation', async () => {
    inGuardian((each) => expect(each.contextIsolation).toBe(true))
    never(/contextIsolation: false/)
    // What the preload holds is out of reach: its bridge is a frozen copy.
    const sealed = await shell.evaluate(() => Object.isFrozen(Reflect.get(globalThis, 'estran')))
    expect(sealed).toBe(true)
    return 'on, in each page'
  })
  await item(4, 'process sandboxing', async () => {
    inGuardian((each) => expect(each.sandbox).toBe(true))
    never(/sandbox: false|no-sandbox/)
    const pages = await renderersOf(post)
    expect(pages.length).toBeGreaterThan(1)
    for (const { seccomp, noNewPrivileges } of pages) expect([seccomp, noNewPrivileges]).toEqual(['2', '1'])
    return `${pages.length} page processes of visitors, each under seccomp`
  })
  await item(5, 'permission requests are handled', async () => {
    const state = await page.evaluate(
      async () => (await navigator.permissions.query({ name: 'geolocation' })).state,
    )
    expect(state).toBe('denied')
    const own = await guardian.evaluate(
      async () => (await navigator.permissions.query({ name: 'geolocation' })).state,
    )
    expect(own).toBe('denied')
    return 'denied in both processes; every wish is tried apart'
  })
  await item(6, 'webSecurity stays on', async () => {
    inGuardian((each) => expect(each.webSecurity ?? true).toBe(true))
    never(/webSecurity: false|disable-web-security/)
    const read = page.evaluate(
      (address) => fetch(address).then((answer) => answer.text()),
      `${sites.impots.origin}/`,
    )
    await expect(read).rejects.toThrow('Failed to fetch')
    return 'one site cannot read another'
  })
  await item(7, 'a Content-Security-Policy', async () => {
    expect(await page.evaluate(tryInlineScript), 'control: a page without one runs it').toBe(true)
    for (const own of [guardian, shell]) {
      expect(await own.evaluate(tryInlineScript), 'an inline script was run').toBe(false)
      const reached = own.evaluate(
        (address) => fetch(address, { mode: 'no-cors' }).then(() => true),
        `${origin}/`,
      )
      await expect(reached).rejects.toThrow()
    }
    const rules = code.get('main/lib/own-pages.ts') ?? ''
    expect(rules).toContain("default-src 'none'")
    expect(rules).not.toMatch(/unsafe-/)
    return 'default-src none: no inline script, no network, in our pages'
  })
  await item(8, 'no allowRunningInsecureContent', async () => {
    inGuardian((each) => expect(each.allowRunningInsecureContent ?? false).toBe(false))
    never(/allowRunningInsecureContent|allow-running-insecure-content/)
    return 'nowhere'
  })
  await item(9, 'no experimental features', async () => {
    inGuardian((each) => expect(each.experimentalFeatures ?? false).toBe(false))
    never(/experimentalFeatures|enable-experimental/)
    return 'nowhere'
  })
  await item(10, 'no enableBlinkFeatures', async () => {
    inGuardian((each) => expect(each.enableBlinkFeatures ?? '').toBe(''))
    never(/enableBlinkFeatures|enable-blink-features/)
    return 'nowhere'
  })
  await item(11, '<webview>: no allowpopups', async () => {
    never(/allowpopups|<webview/i)
    return 'no webview at all'
  })
  await item(12, '<webview>: options verified', async () => {
    inGuardian((each) => expect(each.webviewTag ?? false).toBe(false))
    never(/webviewTag: true/)
    for (const shown of [shell, page])
      expect(await shown.evaluate(() => 'src' in document.createElement('webview'))).toBe(false)
    return 'the tag means nothing, and attaching is prevented'
  })
  await item(13, 'navigation is limited', async () => {
    for (const own of [guardian, shell]) {
      const address = own.url()
      await own.evaluate((elsewhere) => location.assign(elsewhere), `${origin}/`)
      await own.waitForTimeout(300)
      expect(own.url()).toBe(address)
    }
    return 'our pages go nowhere; those of the web are tried apart'
  })
  await item(14, 'new windows are limited', async () => {
    for (const own of [guardian, shell])
      expect(await own.evaluate(() => window.open('about:blank'))).toBeNull()
    return 'our pages open none; those of the web are tried apart'
  })
  await item(15, 'no shell.openExternal', async () => {
    never(/openExternal|openPath|showItemInFolder/)
    return 'called nowhere'
  })
  await item(16, 'a current Electron', async () => {
    const { devDependencies } = JSON.parse(await readFile(join(program().app, 'package.json'), 'utf8'))
    const [major] = String(devDependencies.electron).split('.')
    expect(Number(major)).toBeGreaterThanOrEqual(oldestSupported)
    return `packages are made of Electron ${devDependencies.electron}`
  })
  await item(17, 'the sender of every message is checked', async () => {
    for (const [file, text] of code)
      if (/\bipc(Main)?\.(handle|on)\(/.test(text)) {
        expect(file).toBe('main/lib/serve-page.ts')
        expect(text).toContain('refuseForeignFrame(event, contents)')
      }
    // A frame in our own page has no bridge, and a page of the web has none at all.
    expect(await page.evaluate(() => 'estran' in globalThis)).toBe(false)
    const unknown = shell.evaluate(() => Reflect.get(globalThis, 'estran').call('session', 'wipe'))
    await expect(unknown).rejects.toThrow('There is no such call.')
    return 'one place serves calls, and checks the frame first'
  })
  await item(18, 'no file:// for our pages', async () => {
    for (const own of [guardian, shell]) expect(own.url()).toMatch(/^estran:/)
    never(/loadFile\(|loadURL\(\s*['"`]file:/)
    return 'estran://, which serves nothing but the pages'
  })
  await item(19, 'fuses', async () => {
    const configuration = await readFile(join(program().app, 'electron-builder.yml'), 'utf8')
    expect(configuration).toContain('electronFuses:')
    return 'each decided by name; read back on the packaged program'
  })
  await item(20, 'no Electron API for untrusted content', async () => {
    expect(await shell.evaluate(() => Object.keys(Reflect.get(globalThis, 'estran')).sort())).toEqual([
      'call',
      'onView',
    ])
    expect(
      await page.evaluate(() => ['estran', 'electron', 'ipcRenderer'].filter((name) => name in globalThis)),
    ).toEqual([])
    return 'our pages: call and onView; the web: nothing'
  })
  await attempts.holds('the guardian loads a page of the network', async () => {
    const before = sites.allocations.requests().length
    const refused = await application.evaluate(
      ({ session }, address) =>
        session.defaultSession.fetch(address).then(
          ({ status }) => `came, ${status}`,
          (error: Error) => error.message,
        ),
      `${origin}/long`,
    )
    expect(refused).toContain('ERR_BLOCKED_BY_CLIENT')
    expect(sites.allocations.requests().length).toBe(before)
    return refused
  })
})

/** The oldest line of Electron that still gets security fixes on the day of this release (three are supported). */
const oldestSupported = 43

/** What is shipped, by path. */
async function sources(): Promise<Map<string, string>> {
  const { app } = program()
  const files = new Map<string, string>()
  for await (const file of glob('{app,main,renderer}/**/*.{ts,tsx,html}', { cwd: app }))
    files.set(file, await readFile(join(app, file), 'utf8'))
  expect(files.size).toBeGreaterThan(50)
  return files
}

function tryInlineScript(): boolean {
  const script = document.createElement('script')
  script.textContent = 'globalThis.inlineRan = true'
  document.head.append(script)
  script.remove()
  return Reflect.has(globalThis, 'inlineRan')
}
