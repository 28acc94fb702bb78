import { type Language, languages } from '../session/visit.ts'

/** The language of a voice: easy-to-read French is French to the ear (BCP 47). */
export function voiceTag(language: Language): string {
  return language.split('-')[0] ?? language
}

/**
 * Our languages that a system's voices can speak.
 * @param tags languages of the voices (BCP 47), whatever their country
 */
export function spokenLanguages(tags: Iterable<string>): Language[] {
  const spoken = new Set([...tags].map((tag) => tag.split(/[-_]/)[0]?.toLowerCase()))
  return languages.filter((language) => spoken.has(voiceTag(language)))
}
