import './keyboard.css'
import { useState } from 'react'
import { I18nProvider } from 'react-aria-components/I18nProvider'
import { Toolbar } from 'react-aria-components/Toolbar'
import { useTranslation } from 'react-i18next'
import type { NamedKey } from '../../../app/keyboard/key.ts'
import {
  commonSigns,
  digits,
  hasCapitals,
  type OtherLayer,
  otherLayersOf,
  rowsOf,
} from '../../../app/keyboard/layouts.ts'
import { Icon, type IconName } from '../icons.tsx'
import { useLanguage } from '../language-provider.tsx'
import { Key } from './key.tsx'
import { isSign, signNames } from './sign-names.ts'

/** @property onKey a key was pressed: a character, or a key by its name */
type Props = { onKey: (key: string, withHand: boolean) => void }

/** A keyboard along the bottom of the window, in the letters of the language on screen. Reached by one Tab. */
export function Keyboard({ onKey }: Props) {
  const language = useLanguage()
  const { t } = useTranslation('kit')
  const [alphabet, setAlphabet] = useState<'letters' | 'latin'>('letters')
  /** In place of the alphabet, for a while. */
  const [over, setOver] = useState<OtherLayer | null>(null)
  const [capitals, setCapitals] = useState<'off' | 'once' | 'locked'>('off')
  const layer = over ?? alphabet
  const [first = [], second = [], ...others] = rowsOf(layer, language)
  const isCased = hasCapitals(layer, language)
  const isUpper = isCased && capitals !== 'off'

  const write = (character: string, withHand: boolean) => {
    onKey(character, withHand)
    if (capitals === 'once') setCapitals('off')
    // An accent is one letter among others. Not where the key that has the focus would be gone with it.
    if (over === 'accents' && withHand) setOver(null)
  }
  const characters = (row: Iterable<string>) =>
    [...row].map((one) => {
      const character = isUpper ? one.toUpperCase() : one
      return (
        <Key
          key={one}
          onPress={(withHand) => write(character, withHand)}
          {...(isSign(one) && { name: t(`keyboard.signs.${signNames[one]}`) })}
        >
          {character}
        </Key>
      )
    })
  const named = (key: NamedKey, name: string, icon: IconName, width?: 'wide') => (
    <Key name={name} onPress={(withHand) => onKey(key, withHand)} {...(width && { width })}>
      <Icon name={icon} />
    </Key>
  )
  const choose = (chosen: OtherLayer) => {
    if (chosen === 'latin') setAlphabet(alphabet === 'latin' ? 'letters' : 'latin')
    setOver(chosen === over || chosen === 'latin' ? null : chosen)
  }

  return (
    // From left to right, as keyboards are, whatever the language: the arrows between keys too.
    <I18nProvider locale="fr">
      <Toolbar className="keyboard" dir="ltr" aria-label={t('keyboard.open')}>
        <div className="keyboard-row">
          {characters(digits)}
          {named('Backspace', t('keyboard.backspace'), 'backspace', 'wide')}
        </div>
        <div className="keyboard-row">{characters(first)}</div>
        <div className="keyboard-row">
          {characters(second)}
          {named('Enter', t('keyboard.enter'), 'enter', 'wide')}
        </div>
        {others.map((row, index) => (
          <div className="keyboard-row" key={row.join('')}>
            {index === 0 && isCased && (
              <Key
                name={t(capitals === 'locked' ? 'keyboard.capitalsLocked' : 'keyboard.capitals')}
                width="wide"
                isDown={capitals !== 'off'}
                onPress={() =>
                  setCapitals(({ off: 'once', once: 'locked', locked: 'off' } as const)[capitals])
                }
              >
                <Icon name={capitals === 'locked' ? 'capitalsLocked' : 'capitals'} />
              </Key>
            )}
            {characters(row)}
          </div>
        ))}
        <div className="keyboard-row">
          {otherLayersOf(language).map(({ layer: other, caption }) => (
            <Key
              key={other}
              name={`${caption} ${t(`keyboard.layers.${other}`)}`}
              isDown={other === over || other === alphabet}
              onPress={() => choose(other)}
            >
              {caption}
            </Key>
          ))}
          {characters(commonSigns)}
          <Key width="space" onPress={(withHand) => write(' ', withHand)}>
            {t('keyboard.space')}
          </Key>
          {named('ArrowLeft', t('keyboard.left'), 'left')}
          {named('ArrowUp', t('keyboard.up'), 'up')}
          {named('ArrowDown', t('keyboard.down'), 'down')}
          {named('ArrowRight', t('keyboard.right'), 'right')}
          {named('Tab', t('keyboard.tab'), 'nextField')}
        </div>
      </Toolbar>
    </I18nProvider>
  )
}
