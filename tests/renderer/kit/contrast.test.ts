import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { contrast } from '../../../app/brand/contrast.ts'

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
