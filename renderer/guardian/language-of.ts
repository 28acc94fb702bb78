import type { GuardianView } from '../../app/contracts/guardian-page.ts'
import type { Language } from '../../app/session/visit.ts'

/** The language on screen: the person's once chosen; the structure's first one before, and for staff. */
export function languageOf({ staff, page, languages }: GuardianView): Language {
  const first = languages[0] ?? 'fr'
  if (staff.is !== 'closed') return first
  if ('visit' in page) return page.visit.language
  return 'language' in page ? page.language : first
}
