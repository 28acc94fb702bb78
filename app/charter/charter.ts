import { z } from 'zod'
import type { Help } from '../session/visit.ts'

/** The rules in one language, by id: `charter.json` of `assets/languages`. */
export const ruleTextsSchema = z.record(
  z.string(),
  z.strictObject({ title: z.string().min(1).max(80), text: z.string().min(1).max(320) }),
)
export type RuleTexts = z.infer<typeof ruleTextsSchema>

/** One rule, with the codes of the sources it is written from. */
const ruleSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  audience: z.enum(['person', 'helper']),
  sources: z.array(z.string().min(1)).min(1),
})
export type Rule = z.infer<typeof ruleSchema>

/** The charter file: `assets/charter/charter.json`. `sources` gives each code used (before a space or digit) its name. */
export const charterSchema = z.strictObject({
  version: z.string().regex(/^\d{4}-\d+$/),
  sources: z.record(
    z.string(),
    z.strictObject({ title: z.string(), publisher: z.string(), year: z.string() }),
  ),
  rules: z.array(ruleSchema).min(2),
})
export type Charter = z.infer<typeof charterSchema>

/** The rules to show: those for the person, and the golden rules for the helper when there is one. */
export function rulesFor(charter: Charter, help: Help): { person: Rule[]; helper: Rule[] } {
  const of = (audience: Rule['audience']) => charter.rules.filter((rule) => rule.audience === audience)
  return { person: of('person'), helper: help === 'alone' ? [] : of('helper') }
}

/** The source a code stands for: « L5 » and « L » share the source « L ». */
export function sourceOf(charter: Charter, code: string): Charter['sources'][string] | undefined {
  return charter.sources[code] ?? charter.sources[code.replace(/\s?\d+$/, '')]
}
