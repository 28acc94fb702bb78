import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { contrast, lightGrounds } from '../../../app/brand/contrast.ts'
import { readPolicy } from '../../../app/policy/problems.ts'

describe('a structure’s colour', () => {
  test('contrast is measured as WCAG does', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21)
    expect(contrast('#ffffff', '#000000')).toBeCloseTo(21)
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
  })

  test('is taken when it can be read on every ground', () => {
    expect(readPolicy({ brand: { colour: '#7a1f5c' } }).ok).toBe(true)
  })

  test('is refused when it cannot, with its contrast and what is needed', () => {
    expect(readPolicy({ brand: { colour: '#ffcc00' } })).toEqual({
      ok: false,
      problems: [
        {
          key: 'brand.colour',
          value: '"#ffcc00"',
          cure: 'must be darker: its contrast on our pages is 1.3:1, text needs 4.5:1 (RGAA 3.2).',
        },
      ],
    })
  })

  test('the grounds are those of the pages', () => {
    const tokens = readFileSync(new URL('../../../renderer/kit/tokens.css', import.meta.url), 'utf8')
    for (const ground of lightGrounds) expect(tokens).toContain(ground)
  })
})
