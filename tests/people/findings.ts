import type { Language } from '../../app/session/visit.ts'

/** What is looked for on a page; one column of the table each. */
export const aspects = [
  'light',
  'dark',
  'contrast',
  '44 px',
  'text 200 %',
  'spacing',
  '320 px',
  'code',
  'no styles',
] as const
export type Aspect = (typeof aspects)[number]

/** One look at a page: what was found wrong, none when it holds. */
export type Finding = { page: string; language: Language; aspect: Aspect; faults: string[] }

/** Name under which a test hands its findings to the table. */
export const findingsAttachment = 'people-findings'
