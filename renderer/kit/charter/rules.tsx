import './rules.css'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { charterSchema, rulesFor } from '../../../app/charter/charter.ts'
import type { StructureRules } from '../../../app/charter/structure-rules.ts'
import { textIn } from '../../../app/session/local-text.ts'
import type { Help } from '../../../app/session/visit.ts'
import charterFile from '../../../assets/charter/charter.json'
import { Button } from '../button.tsx'
import { useLanguage } from '../language-provider.tsx'
import { RuleCards } from './rule-cards.tsx'
import { StructureCards } from './structure-cards.tsx'

const charter = charterSchema.parse(charterFile)

type Props = { help: Help; structure: StructureRules }

/** The rules, on cards: for the person, for the helper when there is one, of the house, and of the charter it signed. */
export function Rules({ help, structure }: Props) {
  const { t } = useTranslation('kit')
  const language = useLanguage()
  const [sourcesShown, showSources] = useState(false)
  const rules = rulesFor(charter, help)
  const signed = structure.signedCharter
  const signedTitle = signed && textIn(signed.title, language)
  return (
    <>
      <section className="rules">
        <h2>{t('charter.person')}</h2>
        <RuleCards charter={charter} rules={rules.person} sourcesShown={sourcesShown} />
      </section>
      {rules.helper.length > 0 && (
        <section className="rules rules-helper">
          <h2>{t('charter.helper')}</h2>
          <RuleCards charter={charter} rules={rules.helper} sourcesShown={sourcesShown} />
        </section>
      )}
      {structure.house.length > 0 && (
        <section className="rules">
          <h2>{t('charter.house')}</h2>
          <StructureCards articles={structure.house} />
        </section>
      )}
      {signed && signedTitle && (
        <section className="rules">
          <h2 lang={signedTitle.lang}>{signedTitle.text}</h2>
          <StructureCards articles={signed.articles} />
        </section>
      )}
      <div className="charter-origin">
        <p>{t('charter.version', { version: charter.version })}</p>
        <Button look="quiet" aria-expanded={sourcesShown} onPress={() => showSources(!sourcesShown)}>
          {sourcesShown ? t('charter.hideSources') : t('charter.showSources')}
        </Button>
      </div>
    </>
  )
}
