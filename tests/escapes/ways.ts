import type { Page } from '@playwright/test'

/** How a page leads to an address. `press` is what the person does; the page does the rest. */
type Way = { name: string; prepare: (page: Page, address: string) => Promise<void> }

/** Puts something into the page to be pressed. */
function pressable(page: Page, tag: 'a' | 'button', code: (address: string) => void, address: string) {
  return page.evaluate(
    ({ tag, code, address }) => {
      const element = document.createElement(tag)
      element.id = 'essai'
      element.textContent = 'Essayer'
      if (element instanceof HTMLAnchorElement) element.href = address
      // The attempt is the page's own: its code comes from the page, as a hostile site's would.
      else element.onclick = () => new Function('address', `(${code})(address)`)(address)
      document.querySelector('main')?.prepend(element)
    },
    { tag, code: code.toString(), address },
  )
}

const byScript = (name: string, code: (address: string) => void): Way => ({
  name,
  prepare: (page, address) => pressable(page, 'button', code, address),
})

/** Every way a page has to lead somewhere. */
export const ways: readonly Way[] = [
  { name: 'link', prepare: (page, address) => pressable(page, 'a', () => {}, address) },
  byScript('script', (address) => location.assign(address)),
  byScript('new window', (address) => void window.open(address)),
  byScript('frame', (address) => {
    const frame = document.createElement('iframe')
    frame.src = address
    document.body.append(frame)
  }),
  {
    name: 'redirect',
    prepare: (page, address) =>
      pressable(page, 'a', () => {}, `/redirection?${new URLSearchParams({ vers: address })}`),
  },
  byScript('refresh', (address) => {
    const meta = document.createElement('meta')
    meta.httpEquiv = 'refresh'
    meta.content = `0;url=${address}`
    document.head.append(meta)
  }),
  byScript('form', (address) => {
    const form = document.createElement('form')
    form.action = address
    form.method = 'post'
    document.body.append(form)
    form.submit()
  }),
]

/** Leads a page somewhere, as a person who presses what it offers. */
export async function lead(page: Page, way: Way, address: string): Promise<void> {
  await way.prepare(page, address)
  await page.locator('#essai').click({ noWaitAfter: true })
}
