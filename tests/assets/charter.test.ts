import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { charterSchema, ruleTextsSchema, sourceOf } from '../../app/charter/charter.ts'
import { languages } from '../../app/session/visit.ts'
import file from '../../assets/charter/charter.json' with { type: 'json' }

describe('the charter shipped', () => {
  const charter = charterSchema.parse(file)

  test('has rules for the person and for the helper, each once', () => {
    const ids = charter.rules.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(new Set(charter.rules.map(({ audience }) => audience))).toEqual(new Set(['person', 'helper']))
  })

  test.each(languages)('says every rule, and nothing else, in %s', async (language) => {
    const file = new URL(`../../assets/languages/${language}/charter.json`, import.meta.url)
    const texts = ruleTextsSchema.parse(JSON.parse(await readFile(file, 'utf8')))
    expect(Object.keys(texts).sort()).toEqual(charter.rules.map(({ id }) => id).sort())
  })

  test('names the source of every rule, and no source that none is written from', () => {
    const cited = charter.rules.flatMap((rule) => rule.sources.map((code) => sourceOf(charter, code)))
    expect(cited).not.toContain(undefined)
    expect(new Set(cited)).toEqual(new Set(Object.values(charter.sources)))
  })
})
