/**
 * Code run in a page of a téléservice, in a world of its own that the page's scripts cannot touch. Texts are compared
 * without case, accents, kinds of apostrophe or runs of spaces.
 */
const helpers = `
  const plain = (text) => (text ?? '').normalize('NFD').replace(/\\p{M}/gu, '').replace(/[\\u2018\\u2019]/g, "'")
    .replace(/\\s+/g, ' ').trim().toLowerCase()
  const textOfIds = (element) => (element.getAttribute('aria-labelledby') ?? '').split(/\\s+/)
    .map((id) => id && element.getRootNode().getElementById(id)?.textContent).filter(Boolean).join(' ')
  const nameOf = (element) => plain(textOfIds(element) || element.getAttribute('aria-label') || element.innerText
    || element.value || element.querySelector('img[alt]')?.alt || element.title)
  const inside = (root) => [...root.querySelectorAll('*')]
    .flatMap((element) => element.shadowRoot ? [element, ...inside(element.shadowRoot)] : [element])
`

const pressable =
  'a[href], button, [role=button], [role=link], [role=menuitem], input[type=submit], input[type=button]'

/**
 * Presses the first link or button of one of these names that can be seen, an exact name before one that contains it.
 * Its value is whether there was one.
 */
export function pressScript(names: readonly string[]): string {
  return `(() => {${helpers}
    const wanted = ${JSON.stringify(names)}.map(plain)
    const seen = inside(document).filter((element) => element.matches(${JSON.stringify(pressable)})
      && element.checkVisibility({ visibilityProperty: true }))
    const found = seen.find((element) => wanted.includes(nameOf(element)))
      ?? seen.find((element) => wanted.some((name) => nameOf(element).includes(name)))
    found?.removeAttribute('target')
    found?.click()
    return found !== undefined
  })()`
}

/** Whether the page says these words where they can be seen. */
export function saysScript(words: string): string {
  return `(() => {${helpers}
    return plain(document.body?.innerText).includes(plain(${JSON.stringify(words)}))
  })()`
}
