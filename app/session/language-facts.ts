import type { Language } from './visit.ts'

export type LanguageFacts = {
  /** By its own name. */
  name: string
  direction: 'ltr' | 'rtl'
  /** What sites are asked for, as an `Accept-Language` list. */
  asked: string
  /** No native speaker, and for easy-to-read French no reader it is made for, has read the strings yet. */
  isDraft: boolean
}

/** What is known of each language. */
export const languageFacts: Record<Language, LanguageFacts> = {
  fr: { name: 'Français', direction: 'ltr', asked: 'fr-FR,fr,en', isDraft: false },
  'fr-x-falc': { name: 'Français facile à lire', direction: 'ltr', asked: 'fr-FR,fr,en', isDraft: true },
  en: { name: 'English', direction: 'ltr', asked: 'en-GB,en,fr', isDraft: true },
  es: { name: 'Español', direction: 'ltr', asked: 'es-ES,es,fr,en', isDraft: true },
  ar: { name: 'العربية', direction: 'rtl', asked: 'ar,fr,en', isDraft: true },
  uk: { name: 'Українська', direction: 'ltr', asked: 'uk-UA,uk,fr,en', isDraft: true },
  pt: { name: 'Português', direction: 'ltr', asked: 'pt-PT,pt,fr,en', isDraft: true },
}
