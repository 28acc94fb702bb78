import { describe, expect, test } from 'vitest'
import { type CheckName, type Finding, findings, type Mark } from '../../../../app/check/findings.ts'
import {
  type ReportLanguage,
  reportAsJson,
  reportInWords,
  reportLanguage,
} from '../../../../main/guardian/check/report.ts'

const languages: ReportLanguage[] = ['fr', 'en']

/** Every finding there can be. */
const all = Object.entries(findings).flatMap(([check, variants]) =>
  Object.entries(variants).map(([is, mark]) => ({ check: check as CheckName, is, mark: mark as Mark })),
)

describe.each(languages)('the report in %s', (language) => {
  test.each(all)('says $check.$is, and its cure unless all is well', ({ check, is, mark }) => {
    const [line] = JSON.parse(reportAsJson([{ check, is } as Finding], language)).lines
    expect(line).toMatchObject({ check, mark, finding: is })
    expect(line.says).not.toBe(is)
    expect(line.says.length).toBeGreaterThan(3)
    if (mark === 'ok') expect(line.cure).toBeNull()
    else expect(line.cure).toMatch(/\S.+/)
  })

  test('has the values in their places', () => {
    const report = reportInWords([{ check: 'swap', is: 'plain', values: { names: '/dev/sda2' } }], language)
    expect(report[0]).toContain('/dev/sda2')
    expect(report[1]).toMatch(/^ +→ .*swapoff/)
    expect(report.join()).not.toContain('{{')
  })
})

test('a French report keeps its signs together', () => {
  const text = reportInWords(
    all.map(({ check, is }) => ({ check, is }) as Finding),
    'fr',
  ).join('\n')
  expect(text).not.toMatch(/ [:;!?»]|« /)
})

test('the admin’s own language', () => {
  expect(reportLanguage({ LANG: 'fr_FR.UTF-8' })).toBe('fr')
  expect(reportLanguage({ LANG: 'fr_FR.UTF-8', LC_ALL: 'C' })).toBe('en')
  expect(reportLanguage({})).toBe('en')
})
