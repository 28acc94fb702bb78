import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const kit = new URL('../../../renderer/kit/', import.meta.url)
const read = (file: string) => readFileSync(new URL(file, kit), 'utf8')

/** The custom properties of one rule that are colours. */
function coloursOf(css: string, selector: string): Record<string, string> {
  const from = css.indexOf(`${selector} {`)
  if (from < 0) throw new Error(`no rule ${selector}`)
  const rule = css.slice(from, css.indexOf('}', from))
  return Object.fromEntries(
    [...rule.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, value]) => [name, value]),
  )
}

const light = coloursOf(read('tokens.css'), ':root')
const looks = {
  light,
  dark: { ...light, ...coloursOf(read('comfort.css'), "html[data-theme='dark']") },
  contrast: { ...light, ...coloursOf(read('comfort.css'), "html[data-theme='contrast']") },
}

/** Relative luminance (WCAG 2.2). */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05)
}

const grounds = ['ground', 'surface', 'surface-quiet', 'surface-tide']
const read7 = [
  ...['ink', 'ink-quiet', 'action', 'danger'].flatMap((text) =>
    grounds.map((ground) => [text, ground] as const),
  ),
  ...['action', 'action-pressed', 'danger', 'danger-pressed'].map((ground) => ['on-action', ground] as const),
]
const seen3 = ['edge-strong', 'focus', 'good'].flatMap((mark) =>
  grounds.map((ground) => [mark, ground] as const),
)

describe.each(Object.entries(looks))('the %s look', (_name, colours) => {
  const between = (one: string, other: string) => contrast(colours[one] ?? '', colours[other] ?? '')

  test.each(read7)('%s on %s can be read: 7:1', (text, ground) => {
    expect(between(text, ground)).toBeGreaterThanOrEqual(7)
  })

  test.each(seen3)('%s on %s can be seen: 3:1', (mark, ground) => {
    expect(between(mark, ground)).toBeGreaterThanOrEqual(3)
  })
})
