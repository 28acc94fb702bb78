import { expect, test } from 'vitest'
import { canaryRows, canaryTable } from './report.ts'
import type { Hit } from './search.ts'

const hit = (artefact: string, where: string): Hit => ({ artefact, encoding: 'text', where })

test('the table shows every planted artefact, and what was found without being planted', () => {
  const rows = canaryRows(
    ['cookie-session', 'file-name'],
    [hit('cookie-session', 'Cookies'), hit('cookie-session', 'Cookies-journal')],
    [hit('unnamed', 'process 12, [heap]')],
  )
  expect(canaryTable(rows)).toBe(
    [
      'artefact       | planted | found before | found after',
      'cookie-session | yes     | 2            | 0',
      'file-name      | yes     | 0            | 0',
      'unnamed        | no      | 0            | 1',
    ].join('\n'),
  )
})
