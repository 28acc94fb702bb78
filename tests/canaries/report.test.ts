import { expect, test } from 'vitest'
import { canaryRows, canaryTable } from './report.ts'
import type { Hit } from './search.ts'

const hit = (artefact: string, where: string): Hit => ({ artefact, encoding: 'text', where })

test('the table shows every planted artefact, and what was found without being planted', () => {
  const rows = canaryRows(['cookie-session', 'file-name'], {
    before: [hit('cookie-session', 'Cookies'), hit('cookie-session', 'Cookies-journal')],
    after: [hit('unnamed', 'process 12, [heap]')],
    afterRestart: [hit('file-name', '/home')],
  })
  expect(canaryTable(rows)).toBe(
    [
      'artefact       | planted | found before | found after end | found after restart',
      'cookie-session | yes     | 2            | 0               | 0',
      'file-name      | yes     | 0            | 0               | 1',
      'unnamed        | no      | 0            | 1               | 0',
    ].join('\n'),
  )
})
