/** The strings of our pages: i18next with every language bundled, one instance a language. */
import { createInstance, type i18n } from 'i18next'
import { initReactI18next } from 'react-i18next'
import type { Language } from '../../app/session/visit.ts'
import enDashboard from '../../assets/languages/en/dashboard.json'
import enGuardian from '../../assets/languages/en/guardian.json'
import enKit from '../../assets/languages/en/kit.json'
import enVisitor from '../../assets/languages/en/visitor.json'
import frDashboard from '../../assets/languages/fr/dashboard.json'
import frGuardian from '../../assets/languages/fr/guardian.json'
import frKit from '../../assets/languages/fr/kit.json'
import frVisitor from '../../assets/languages/fr/visitor.json'

const fr = { kit: frKit, guardian: frGuardian, visitor: frVisitor, dashboard: frDashboard }
const resources: Record<Language, typeof fr> = {
  fr,
  en: { kit: enKit, guardian: enGuardian, visitor: enVisitor, dashboard: enDashboard },
}

declare module 'i18next' {
  // A key that is not in the French file does not compile.
  interface CustomTypeOptions {
    defaultNS: 'kit'
    resources: typeof fr
  }
}

/**
 * Strings by language. One instance each: the language on screen follows from the view alone, nothing is switched
 * and no page is drawn in the language before.
 */
export const instances: Record<Language, i18n> = { fr: instanceOf('fr'), en: instanceOf('en') }

/** Direction of the text of each language. */
export const directions: Record<Language, 'ltr' | 'rtl'> = { fr: 'ltr', en: 'ltr' }

function instanceOf(language: Language): i18n {
  const instance = createInstance()
  instance.use(initReactI18next).init({
    lng: language,
    resources,
    defaultNS: 'kit',
    // React escapes already; the strings are there at once.
    interpolation: { escapeValue: false },
    initAsync: false,
  })
  return instance
}
