/** The strings of our pages: i18next with every language bundled, one instance a language. */
import { createInstance, type i18n } from 'i18next'
import { initReactI18next } from 'react-i18next'
import type { Language } from '../../app/session/visit.ts'
import enAgenda from '../../assets/languages/en/agenda.json'
import enAgreement from '../../assets/languages/en/agreement.json'
import enAutonomy from '../../assets/languages/en/autonomy.json'
import enDashboard from '../../assets/languages/en/dashboard.json'
import enGuardian from '../../assets/languages/en/guardian.json'
import enKit from '../../assets/languages/en/kit.json'
import enLeaving from '../../assets/languages/en/leaving.json'
import enMandate from '../../assets/languages/en/mandate.json'
import enMemoryAid from '../../assets/languages/en/memory-aid.json'
import enNotices from '../../assets/languages/en/notices.json'
import enOrientation from '../../assets/languages/en/orientation.json'
import enTasks from '../../assets/languages/en/tasks.json'
import enVisitor from '../../assets/languages/en/visitor.json'
import frAgenda from '../../assets/languages/fr/agenda.json'
import frAgreement from '../../assets/languages/fr/agreement.json'
import frAutonomy from '../../assets/languages/fr/autonomy.json'
import frDashboard from '../../assets/languages/fr/dashboard.json'
import frGuardian from '../../assets/languages/fr/guardian.json'
import frKit from '../../assets/languages/fr/kit.json'
import frLeaving from '../../assets/languages/fr/leaving.json'
import frMandate from '../../assets/languages/fr/mandate.json'
import frMemoryAid from '../../assets/languages/fr/memory-aid.json'
import frNotices from '../../assets/languages/fr/notices.json'
import frOrientation from '../../assets/languages/fr/orientation.json'
import frTasks from '../../assets/languages/fr/tasks.json'
import frVisitor from '../../assets/languages/fr/visitor.json'

const fr = {
  agenda: frAgenda,
  agreement: frAgreement,
  autonomy: frAutonomy,
  dashboard: frDashboard,
  guardian: frGuardian,
  kit: frKit,
  leaving: frLeaving,
  mandate: frMandate,
  'memory-aid': frMemoryAid,
  notices: frNotices,
  orientation: frOrientation,
  tasks: frTasks,
  visitor: frVisitor,
}
const en: typeof fr = {
  agenda: enAgenda,
  agreement: enAgreement,
  autonomy: enAutonomy,
  dashboard: enDashboard,
  guardian: enGuardian,
  kit: enKit,
  leaving: enLeaving,
  mandate: enMandate,
  'memory-aid': enMemoryAid,
  notices: enNotices,
  orientation: enOrientation,
  tasks: enTasks,
  visitor: enVisitor,
}
const resources: Record<Language, typeof fr> = { fr, en }

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

/** Each language by its own name. */
export const languageNames: Record<Language, string> = { fr: 'Français', en: 'English' }

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
