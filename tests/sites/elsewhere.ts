import { Html, html, page } from './html.ts'
import type { SitePlan } from './site.ts'

/** Every way a page has of making the browser connect to `vers` without going there: each asks for a path of its name. */
export const waysOut = [
  ...['fetch', 'image', 'script', 'style', 'frame', 'object', 'media', 'prefetch'],
  ...['eventSource', 'webSocket', 'beacon', 'worker', 'serviceWorker'],
]

const tryAll = new Html(`<script type="module">
  const to = new URLSearchParams(location.search).get('vers')
  const over = (target) => new Promise((done) => {
    for (const name of ['load', 'error', 'abort', 'open', 'close', 'stalled', 'loadeddata']) target.addEventListener(name, done)
    // Some say nothing when they fail.
    setTimeout(done, 2000)
  })
  const put = (name, attributes) => over(document.body.appendChild(Object.assign(document.createElement(name), attributes)))
  const ways = {
    fetch: (url) => fetch(url, { mode: 'no-cors' }),
    image: (url) => put('img', { src: url, alt: '' }),
    script: (url) => put('script', { src: url }),
    style: (url) => put('link', { rel: 'stylesheet', href: url }),
    frame: (url) => put('iframe', { src: url }),
    object: (url) => put('object', { data: url, type: 'text/html' }),
    media: (url) => put('video', { src: url, preload: 'auto' }),
    prefetch: (url) => put('link', { rel: 'prefetch', href: url }),
    eventSource: (url) => over(new EventSource(url)),
    webSocket: (url) => over(new WebSocket(url.replace('http', 'ws'))),
    beacon: async (url) => navigator.sendBeacon(url, 'x'),
    worker: (url) => over(new Worker(URL.createObjectURL(new Blob(["fetch('" + url + "', { mode: 'no-cors' })"])))),
    serviceWorker: async (url) => {
      await navigator.serviceWorker.register('/relais.js')
      const { active } = await navigator.serviceWorker.ready
      const { port1, port2 } = new MessageChannel()
      const answered = new Promise((done) => { port1.onmessage = done })
      active.postMessage(url, [port2])
      await answered
    },
  }
  await Promise.allSettled(Object.entries(ways).map(([name, go]) => go(to + '/' + name)))
  document.querySelector('[role=status]').textContent = 'Tout est essayé.'
</script>`)

/** A site of the web that is no téléservice. */
export function elsewhereSite(): SitePlan {
  const name = 'Ailleurs'
  const arrived = page(name, 'Un autre site', html`<p>Vous êtes ailleurs.</p>`)
  return {
    name,
    host: 'ailleurs',
    routes: () => ({
      'GET /': (exchange) => exchange.page(arrived),
      'POST /': (exchange) => exchange.page(arrived),
      'GET /sorties': (exchange) =>
        exchange.page(page(name, 'Sorties', html`<p role="status">Essais en cours…</p>${tryAll}`)),
      'GET /relais.js': (exchange) =>
        exchange.send(
          `self.onmessage = ({ data, ports: [port] }) => {
  const answer = () => port.postMessage('over')
  fetch(data, { mode: 'no-cors' }).then(answer, answer)
}`,
          'text/javascript',
        ),
    }),
  }
}
