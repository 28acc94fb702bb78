import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { bitsOf, drawPassphrase, type Passphrase, written } from '../../../app/memory-aid/passphrase.ts'
import { storyOf } from '../../../app/memory-aid/story.ts'
import { wordLanguages } from '../../../app/memory-aid/word-list.ts'
import ar from '../../../assets/words/ar.json'
import en from '../../../assets/words/en.json'
import es from '../../../assets/words/es.json'
import fr from '../../../assets/words/fr.json'
import pt from '../../../assets/words/pt.json'
import uk from '../../../assets/words/uk.json'
import { Button } from '../../kit/button.tsx'
import { useLanguage } from '../../kit/language-provider.tsx'
import { PageHeading } from '../../kit/page-heading.tsx'
import { MemoryPractice } from './memory-practice.tsx'

type WordLanguage = (typeof wordLanguages)[number]
const lists: Record<WordLanguage, readonly string[]> = {
  fr: fr.words,
  en: en.words,
  es: es.words,
  pt: pt.words,
  uk: uk.words,
  ar: ar.words,
}
/** The others have letters that a French keyboard lacks. */
const onFrenchKeyboard: readonly string[] = ['fr', 'en', 'es', 'pt'] satisfies WordLanguage[]

const random = () => crypto.getRandomValues(new Uint32Array(1))[0] ?? 0

/** A passphrase that is remembered (M13): words drawn by chance, a story, and practice. It leaves the page nowhere. */
export function MemoryAid() {
  const { t } = useTranslation('memory-aid')
  const language = useLanguage()
  const [of, setOf] = useState<WordLanguage>(
    wordLanguages.find((one) => one === language && onFrenchKeyboard.includes(one)) ?? 'fr',
  )
  const [passphrase, setPassphrase] = useState(() => drawPassphrase(lists[of], random))
  const [isKept, setKept] = useState(false)
  const draw = (from: WordLanguage) => {
    setOf(from)
    setPassphrase(drawPassphrase(lists[from], random))
  }
  const { length: size } = lists[of]
  const { length: count } = passphrase.words
  return (
    <main className="content aid" onCopy={refuse} onCut={refuse}>
      <PageHeading>{t('title')}</PageHeading>
      <p className="aid-lead">{t('intro')}</p>
      <p className="aid-lead">{t('privacy')}</p>
      {isKept ? (
        <MemoryPractice passphrase={passphrase} lang={of} />
      ) : (
        <>
          <div className="aid-field">
            <label htmlFor="words-in">{t('list')}</label>
            <select
              id="words-in"
              value={of}
              onChange={({ target }) => draw(wordLanguages.find((one) => one === target.value) ?? 'fr')}
            >
              {wordLanguages.map((one) => (
                <option key={one} value={one}>
                  {t(`languages.${one}`)}
                </option>
              ))}
            </select>
            {!onFrenchKeyboard.includes(of) && <span className="aid-hint">{t('letters')}</span>}
          </div>
          <p className="aid-said aid-strong" role="status" lang={of} data-unspoken>
            {written(passphrase)}
          </p>
          <Story passphrase={passphrase} />
          <div className="aid-actions">
            <Button look="primary" icon="check" onPress={() => setKept(true)}>
              {t('keep')}
            </Button>
            <Button icon="reload" onPress={() => draw(of)}>
              {t('another')}
            </Button>
          </div>
          <p className="aid-hint">{t('strength', { count, size, bits: Math.floor(bitsOf(size, count)) })}</p>
        </>
      )}
    </main>
  )
}

function Story({ passphrase }: { passphrase: Passphrase }) {
  const { t } = useTranslation('memory-aid')
  return (
    <section className="aid-part">
      <h2>{t('story.title')}</h2>
      <p>{t('story.intro')}</p>
      <ol className="aid-story" data-unspoken>
        {storyOf(passphrase).map(({ place, word }) => (
          <li key={place}>{t(`story.places.${place}`, { word })}</li>
        ))}
        <li>{t('story.digit', { digit: passphrase.digit })}</li>
      </ol>
      <p>{t('story.own')}</p>
    </section>
  )
}

/** The clipboard is the post's: it would outlive the page. */
const refuse = (event: { preventDefault(): void }) => event.preventDefault()
