import type { Language } from '../session/visit.ts'

/** Characters of keys, a string a row, from the left to the right of the keyboard whatever the language. */
type Rows = readonly string[]

/** What the keys between digits and space write in place of one's own letters. */
export type OtherLayer = 'latin' | 'accents' | 'signs'
export type Layer = 'letters' | OtherLayer

/** Always there. */
export const digits = '1234567890'
/** Always there: what addresses and French names are made of. */
export const commonSigns = "@.-_'"

const azerty: Rows = ['azertyuiop', 'qsdfghjklm', 'wxcvbnéèàç']
const qwerty: Rows = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm']
/** Arabic 101, as keyboards have it, with the letters that Shift gives there. */
const arabic: Rows = ['ضصثقفغعهخحجد', 'شسيبلاتنمكطذ', 'ئءؤرىةوزظأإآ']
const cyrillic: Rows = ['йцукенгшщзхї', 'фівапролджєґ', 'ячсмитьбю']

const letters: Record<Language, Rows> = {
  fr: azerty,
  'fr-x-falc': azerty,
  en: qwerty,
  es: ['qwertyuiop', 'asdfghjklñ', 'zxcvbnm'],
  pt: ['qwertyuiop', 'asdfghjklç', 'zxcvbnm'],
  ar: arabic,
  uk: cyrillic,
}

/** Where one's own letters are not Latin. French keyboards are what people meet in Arabic-speaking North Africa. */
const latin: Partial<Record<Language, Rows>> = { ar: azerty, uk: qwerty }

/** The same in every language: a name may come from any of them. */
const accents: Rows = ['àáâãäæçè', 'éêëíîïñó', 'ôõöœùúûüÿ']

const signs: Rows = ['!?,;:"()/\\', '+*=%&#€$£°', '<>[]{}|~^`']
/** Signs that one language alone writes. */
const ownSigns: Partial<Record<Language, string>> = { ar: '،؛؟', es: '¡¿' }

/** Layers beside the letters, and what is written on the keys to them. Addresses are Latin everywhere. */
export function otherLayersOf(language: Language): readonly { layer: OtherLayer; caption: string }[] {
  return [
    ...(language in latin ? [{ layer: 'latin', caption: 'abc' } as const] : []),
    { layer: 'accents', caption: 'éàç' },
    { layer: 'signs', caption: '#+=' },
  ]
}

/** Rows of one layer, each a list of characters. */
export function rowsOf(layer: Layer, language: Language): readonly (readonly string[])[] {
  return charactersOf(layer, language).map((row) => [...row])
}

/** Whether the layer has small letters and capitals. */
export function hasCapitals(layer: Layer, language: Language): boolean {
  return charactersOf(layer, language).some((row) => row.toUpperCase() !== row)
}

function charactersOf(layer: Layer, language: Language): Rows {
  switch (layer) {
    case 'letters':
      return letters[language]
    case 'latin':
      return latin[language] ?? letters[language]
    case 'accents':
      return accents
    case 'signs':
      return ownSigns[language] === undefined ? signs : [...signs, ownSigns[language]]
  }
}
