import { createContext, type ReactNode, useContext, useLayoutEffect } from 'react'
import { I18nProvider } from 'react-aria-components/I18nProvider'
import { I18nextProvider } from 'react-i18next'
import { languageFacts } from '../../app/session/language-facts.ts'
import type { Language } from '../../app/session/visit.ts'
import { instances } from './languages.ts'

const CurrentLanguage = createContext<Language>('fr')

/** The language on screen (BCP 47). */
export function useLanguage(): Language {
  return useContext(CurrentLanguage)
}

/** Draws what is inside in one language, and says so on `<html lang dir>` for screen readers. */
export function LanguageProvider({ language, children }: { language: Language; children: ReactNode }) {
  useLayoutEffect(() => {
    document.documentElement.lang = language
    document.documentElement.dir = languageFacts[language].direction
  }, [language])
  return (
    <CurrentLanguage value={language}>
      <I18nProvider locale={language}>
        <I18nextProvider i18n={instances[language]}>{children}</I18nextProvider>
      </I18nProvider>
    </CurrentLanguage>
  )
}
