import { expect, test } from 'vitest'
import { pageNoticeAt } from '../../../app/services/page-notice.ts'

const services = [
  { notices: [{ at: 'https://mail.example/inscription', kind: 'mailSignUp' as const }] },
  { notices: [{ at: 'https://droits.example/simulateur', kind: 'simulator' as const }] },
]

test('a word is said at the addresses that begin so, to whom it concerns', () => {
  expect(pageNoticeAt(services, 'alone', 'https://mail.example/inscription?pas=2')).toBe('mailSignUp')
  expect(pageNoticeAt(services, 'alone', 'https://mail.example/')).toBeNull()
  expect(pageNoticeAt(services, 'assistance', 'https://droits.example/simulateur/1')).toBe('simulator')
  expect(pageNoticeAt(services, 'alone', 'https://droits.example/simulateur/1')).toBeNull()
})
