/** Markup that is already safe to send. */
export class Html {
  readonly markup: string
  constructor(markup: string) {
    this.markup = markup
  }
}

type Part = string | number | Html | readonly Html[]

/** Template tag: what is put in is escaped, unless it is markup made by this same tag. */
export function html(texts: TemplateStringsArray, ...parts: Part[]): Html {
  return new Html(texts.map((text, index) => text + render(parts[index] ?? '')).join(''))
}

function render(part: Part): string {
  if (part instanceof Html) return part.markup
  if (typeof part === 'object') return part.map((each) => each.markup).join('\n')
  return String(part).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}

const style = new Html(`<style>
  body { margin: 0; font: 18px/1.6 system-ui, sans-serif; color: #1d2330; background: #f4f5f8 }
  header { background: #23426f; color: #fff; padding: 1rem 2rem; font-weight: 700 }
  header a { color: inherit; text-decoration: none }
  main { max-width: 44rem; margin: 2rem auto; padding: 1.5rem 2rem; background: #fff; border-radius: 8px }
  h1 { margin-top: 0; font-size: 1.7rem; line-height: 1.25 }
  label { display: block; margin: 1rem 0 .25rem }
  input[type=text], input[type=password], textarea { font: inherit; padding: .5rem; width: 100%; box-sizing: border-box }
  input[type=checkbox] { width: 1.2rem; height: 1.2rem; margin-right: .5rem }
  button { font: inherit; margin: 1rem .5rem 0 0; padding: .6rem 1.2rem; border: 0; border-radius: 6px; background: #23426f; color: #fff }
  main a { color: #23426f }
  table { border-collapse: collapse; width: 100% }
  th, td { text-align: left; padding: .35rem .5rem; border-bottom: 1px solid #d5d9e2; overflow-wrap: anywhere }
  :focus-visible { outline: 3px solid #d9730d; outline-offset: 2px }
</style>`)

/** A whole page in French, with one level-one heading. */
export function page(site: string, title: string, body: Html): Html {
  return html`<!doctype html>
<html lang="fr">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><link rel="icon" href="data:,"><title>${title} – ${site}</title>${style}</head>
<body><header><a href="/">${site}</a></header><main><h1>${title}</h1>
${body}
</main></body></html>`
}
