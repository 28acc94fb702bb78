import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { visitorPageContract } from '../../../app/contracts/visitor-page.ts'
import { keySchema, namedKeys } from '../../../app/keyboard/key.ts'
import {
  commonSigns,
  digits,
  hasCapitals,
  type Layer,
  otherLayersOf,
  rowsOf,
} from '../../../app/keyboard/layouts.ts'
import { type Language, languages } from '../../../app/session/visit.ts'
import { isSign, signNames } from '../../../renderer/kit/keyboard/sign-names.ts'
import { namesUnder, stringsOf } from '../../assets/strings.ts'

const latin = 'abcdefghijklmnopqrstuvwxyz'
/** What each language is written with (CLDR, exemplar characters). */
const alphabets: Record<Language, string> = {
  fr: `${latin}àâæçéèêëîïôœùûüÿ`,
  'fr-x-falc': `${latin}àâæçéèêëîïôœùûüÿ`,
  en: latin,
  es: `${latin}áéíñóúü`,
  pt: `${latin}áâãàçéêíóôõú`,
  ar: 'ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي',
  uk: 'абвгґдеєжзиіїйклмнопрстуфхцчшщьюя',
}
const ascii = Array.from({ length: 0x7f - 0x20 }, (_, at) => String.fromCharCode(0x20 + at))

const layersOf = (language: Language): Layer[] => [
  'letters',
  ...otherLayersOf(language).map(({ layer }) => layer),
]
const writtenIn = (layer: Layer, language: Language) => {
  const small = rowsOf(layer, language).flat()
  return hasCapitals(layer, language) ? [...small, ...small.map((one) => one.toUpperCase())] : small
}
/** Every character that can be typed in a language. */
const typed = (language: Language) =>
  new Set([
    ' ',
    ...digits,
    ...commonSigns,
    ...layersOf(language).flatMap((layer) => writtenIn(layer, language)),
  ])

describe.each(languages)('the keyboard in %s', (language) => {
  it('writes every letter of the language, small and capital', () => {
    const own = [...alphabets[language]]
    const all = [...own, ...own.map((letter) => letter.toUpperCase())]
    expect(all.filter((letter) => !typed(language).has(letter))).toEqual([])
  })

  it('writes every address and every password of ASCII, and the letters of French names', () => {
    const wanted = [...ascii, ...alphabets.fr, ...alphabets.fr.toUpperCase()]
    expect(wanted.filter((character) => !typed(language).has(character))).toEqual([])
  })

  it('has no key twice in what is seen at once, and sends nothing but single characters', () => {
    for (const layer of layersOf(language)) {
      const seen = [...digits, ...commonSigns, ...rowsOf(layer, language).flat()]
      expect(new Set(seen).size, layer).toBe(seen.length)
    }
    for (const character of typed(language)) expect(keySchema.parse(character)).toBe(character)
  })

  it('says the name of each sign', async () => {
    const names = namesUnder(await stringsOf(language, 'kit'), 'keyboard.signs')
    const signs = [...typed(language)].filter((one) => !/[\p{L}\p{N} ]/u.test(one))
    for (const sign of signs) expect(isSign(sign) && names.includes(signNames[sign]), sign).toBe(true)
  })
})

it('lets one key through at a time, and nothing that is no key', () => {
  const press = visitorPageContract.keyboard.press.params
  for (const key of namedKeys) expect(press.safeParse(key).success, key).toBe(true)
  const refused = [
    '',
    'ab',
    'é́',
    '\n',
    '\t',
    '\r',
    '\u0000',
    '\u001b',
    '\u202e',
    '\u2028',
    '\ud800',
    'F6',
    'Escape',
  ]
  for (const key of [...refused, 'constructor', 7, null, { key: 'a' }])
    expect(press.safeParse(key).success, JSON.stringify(key)).toBe(false)
  fc.assert(
    fc.property(fc.string({ unit: 'binary', minLength: 2 }), (text) => {
      fc.pre([...text].length > 1 && !(namedKeys as readonly string[]).includes(text))
      expect(press.safeParse(text).success).toBe(false)
    }),
  )
})
