import type { GuardianView } from '../../app/contracts/guardian-page.ts'
import type { Language } from '../../app/session/visit.ts'

/** The language of whoever stands at the post: theirs once chosen, the structure's first one before. */
export function languageOf(view: GuardianView): Language {
  const { page } = view
  if ('visit' in page) return page.visit.language
  return 'language' in page ? page.language : firstLanguageOf(view)
}

/** The structure's own. */
export function firstLanguageOf({ languages }: GuardianView): Language {
  return languages[0] ?? 'fr'
}
