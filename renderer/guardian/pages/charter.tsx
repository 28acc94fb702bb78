import './charter.css'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { charterSchema, rulesFor } from '../../../app/charter/charter.ts'
import charterFile from '../../../assets/charter/charter.json'
import { Button } from '../../kit/button.tsx'
import { PageHeading } from '../../kit/page-heading.tsx'
import type { PageProps } from '../page-props.ts'
import { RuleCards } from './rule-cards.tsx'

const charter = charterSchema.parse(charterFile)

/** The rules, on cards, and the answer. The helper's golden rules come when there is a helper. */
export function Charter({ page, person }: PageProps<'charter'>) {
  const { t } = useTranslation('guardian')
  const [sourcesShown, showSources] = useState(false)
  const rules = rulesFor(charter, page.visit.help)
  return (
    <div className="page page-wide">
      <PageHeading>{t('charter.title')}</PageHeading>
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
      <div className="charter-origin">
        <p>{t('charter.version', { version: charter.version })}</p>
        <Button look="quiet" aria-expanded={sourcesShown} onPress={() => showSources(!sourcesShown)}>
          {sourcesShown ? t('charter.hideSources') : t('charter.showSources')}
        </Button>
      </div>
      <div className="actions">
        <Button look="primary" size="large" icon="check" onPress={() => person.acceptCharter(undefined)}>
          {t('charter.accept')}
        </Button>
        <Button look="secondary" size="large" onPress={() => person.declineCharter(undefined)}>
          {t('charter.decline')}
        </Button>
        <Button look="quiet" icon="back" onPress={() => person.leave(undefined)}>
          {t('back')}
        </Button>
      </div>
    </div>
  )
}
