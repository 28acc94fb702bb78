import { type Finding, type Mark, markOf, worstOf } from '../../../app/check/findings.ts'
import english from '../../../assets/languages/en/check.json' with { type: 'json' }
import french from '../../../assets/languages/fr/check.json' with { type: 'json' }

type Words = { title: string; says: string; cure: string | null }

/** One finding as programs read it. */
type Line = { check: string; mark: Mark; finding: string; says: string; cure: string | null }

const strings = { fr: french, en: english }
export type ReportLanguage = keyof typeof strings

/** The admin's own language, where it is French. */
export function reportLanguage(env: NodeJS.ProcessEnv): ReportLanguage {
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || ''
  return locale.startsWith('fr') ? 'fr' : 'en'
}

/** The report for a person: a line a finding, and below it the cure. */
export function reportInWords(found: readonly Finding[], language: ReportLanguage): string[] {
  const { marks, worst } = strings[language]
  const width = Math.max(...Object.values(marks).map((mark) => mark.length)) + 2
  const lines = found.flatMap((finding) => {
    const { title, says, cure } = wordsOf(finding, language)
    const line = `${marks[markOf(finding)].padEnd(width)}${title}${language === 'fr' ? '\u00a0' : ''}: ${says}`
    return cure === null ? [line] : [line, `${' '.repeat(width)}→ ${cure}`]
  })
  const mark = worstOf(found)
  return [...lines, '', worst[mark === 'notCheckable' ? 'ok' : mark]]
}

/** The report for programs. */
export function reportAsJson(found: readonly Finding[], language: ReportLanguage): string {
  const lines = found.map((finding): Line => {
    const { says, cure } = wordsOf(finding, language)
    return { check: finding.check, mark: markOf(finding), finding: finding.is, says, cure }
  })
  return JSON.stringify({ worst: worstOf(found), lines }, null, 2)
}

function wordsOf({ check, is, values = {} }: Finding, language: ReportLanguage): Words {
  const { title, ...variants } = strings[language].checks[check]
  const { says, cure } = (variants as Record<string, { says: string; cure?: string }>)[is] ?? { says: is }
  const fill = (text: string) => text.replace(/\{\{(\w+)\}\}/g, (_all, name: string) => String(values[name]))
  return { title, says: fill(says), cure: cure === undefined ? null : fill(cure) }
}
