import './reading-panel.css'
import { useTranslation } from 'react-i18next'
import {
  type Comfort,
  pointers,
  spacings,
  textSizes,
  themes,
  usualComfort,
} from '../../app/session/comfort.ts'
import { languageFacts } from '../../app/session/language-facts.ts'
import type { Language } from '../../app/session/visit.ts'
import { Button } from './button.tsx'
import { ChoiceRow } from './choice-row.tsx'
import { useLanguage } from './language-provider.tsx'
import type { ReadAloud } from './read-aloud/use-read-aloud.ts'

export type ReadingChoices = {
  /** Offered only if there are several. */
  languages: readonly Language[]
  comfort: Comfort
  onLanguage: (language: Language) => void
  onComfort: (comfort: Comfort) => void
}

type Props = ReadingChoices & { aloud: ReadAloud; onClose: () => void }

/** Language, size, colours, spacing, pointer: what is chosen shows at once, on every page, until the session ends. */
export function ReadingPanel({ languages, comfort, onLanguage, onComfort, aloud, onClose }: Props) {
  const { t } = useTranslation('kit')
  const language = useLanguage()
  const choose = (change: Partial<Comfort>) => onComfort({ ...comfort, ...change })
  return (
    <section className="reading-panel" aria-label={t('reading.open')}>
      {aloud.isOffered && aloud.reading === null && (
        <Button
          icon="speaker"
          onPress={() => {
            // What is read is seen, then.
            onClose()
            aloud.start()
          }}
        >
          {t('aloud.start')}
        </Button>
      )}
      {languages.length > 1 && (
        <ChoiceRow
          label={t('reading.language')}
          value={language}
          options={languages.map((value) => ({ value, name: languageFacts[value].name, lang: value }))}
          onChoose={onLanguage}
        />
      )}
      <ChoiceRow
        label={t('reading.text')}
        value={`${comfort.textPercent}`}
        options={textSizes.map((size) => ({ value: `${size}` as const, name: t(`reading.sizes.${size}`) }))}
        onChoose={(size) => choose({ textPercent: textSizes.find((one) => `${one}` === size) ?? 100 })}
      />
      <ChoiceRow
        label={t('reading.theme')}
        value={comfort.theme}
        options={themes.map((value) => ({ value, name: t(`reading.themes.${value}`) }))}
        onChoose={(theme) => choose({ theme })}
      />
      <ChoiceRow
        label={t('reading.spacing')}
        value={comfort.spacing}
        options={spacings.map((value) => ({ value, name: t(`reading.spacings.${value}`) }))}
        onChoose={(spacing) => choose({ spacing })}
      />
      <ChoiceRow
        label={t('reading.pointer')}
        value={comfort.pointer}
        options={pointers.map((value) => ({ value, name: t(`reading.pointers.${value}`) }))}
        onChoose={(pointer) => choose({ pointer })}
      />
      <Button look="quiet" icon="reload" onPress={() => onComfort(usualComfort)}>
        {t('reading.usual')}
      </Button>
    </section>
  )
}
