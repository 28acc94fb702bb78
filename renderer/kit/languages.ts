/** The strings of our pages: i18next with every language bundled, one instance a language. */
import { createInstance, type i18n } from 'i18next'
import { initReactI18next } from 'react-i18next'
import { languageFacts } from '../../app/session/language-facts.ts'
import { type Language, languages } from '../../app/session/visit.ts'
import type agenda from '../../assets/languages/fr/agenda.json'
import type agreement from '../../assets/languages/fr/agreement.json'
import type autonomy from '../../assets/languages/fr/autonomy.json'
import type charter from '../../assets/languages/fr/charter.json'
import type dashboard from '../../assets/languages/fr/dashboard.json'
import type guardian from '../../assets/languages/fr/guardian.json'
import type kit from '../../assets/languages/fr/kit.json'
import type leaving from '../../assets/languages/fr/leaving.json'
import type mandate from '../../assets/languages/fr/mandate.json'
import type memoryAid from '../../assets/languages/fr/memory-aid.json'
import type notices from '../../assets/languages/fr/notices.json'
import type orientation from '../../assets/languages/fr/orientation.json'
import type tasks from '../../assets/languages/fr/tasks.json'
import type visitor from '../../assets/languages/fr/visitor.json'

declare module 'i18next' {
  // A key that is not in the French file does not compile; one that another language lacks fails the build.
  interface CustomTypeOptions {
    defaultNS: 'kit'
    resources: {
      agenda: typeof agenda
      agreement: typeof agreement
      autonomy: typeof autonomy
      charter: typeof charter
      dashboard: typeof dashboard
      guardian: typeof guardian
      kit: typeof kit
      leaving: typeof leaving
      mandate: typeof mandate
      'memory-aid': typeof memoryAid
      notices: typeof notices
      orientation: typeof orientation
      tasks: typeof tasks
      visitor: typeof visitor
    }
  }
}

const files = import.meta.glob<Record<string, unknown>>(
  ['../../assets/languages/*/*.json', '!**/check.json'],
  { eager: true, import: 'default' },
)

/** Unicode's marks around a text whose direction is its own: a host, a name, an hour. */
const firstStrongIsolate = '\u2068'
const popIsolate = '\u2069'

/** Every file of one language, by its name. */
function stringsOf(language: Language): Record<string, Record<string, unknown>> {
  const own = Object.entries(files).filter(([path]) => path.includes(`/${language}/`))
  return Object.fromEntries(own.map(([path, strings]) => [path.replace(/.*\/|\.json$/g, ''), strings]))
}

/**
 * Strings by language. One instance each: the language on screen follows from the view alone, nothing is switched
 * and no page is drawn in the language before.
 */
export const instances = Object.fromEntries(
  languages.map((language) => [language, instanceOf(language)]),
) as Record<Language, i18n>

function instanceOf(language: Language): i18n {
  const instance = createInstance()
  instance.use(initReactI18next).init({
    lng: language,
    resources: { [language]: stringsOf(language) },
    defaultNS: 'kit',
    // React escapes already: what is filled in is only kept, in Arabic, from turning the words around it.
    interpolation: {
      escapeValue: languageFacts[language].direction === 'rtl',
      escape: (value) => `${firstStrongIsolate}${value}${popIsolate}`,
    },
    // The strings are there at once.
    initAsync: false,
  })
  return instance
}
