import { useTranslation } from 'react-i18next'
import {
  type Charter,
  type Rule,
  type RuleTexts,
  ruleTextsSchema,
  sourceOf,
} from '../../../app/charter/charter.ts'
import { type Language, languages } from '../../../app/session/visit.ts'
import { Card } from '../card.tsx'
import { useLanguage } from '../language-provider.tsx'

const files = import.meta.glob('../../../assets/languages/*/charter.json', { eager: true, import: 'default' })
const ruleTexts = Object.fromEntries(
  languages.map((language) => [
    language,
    ruleTextsSchema.parse(files[`../../../assets/languages/${language}/charter.json`]),
  ]),
) as Record<Language, RuleTexts>

type Props = { charter: Charter; rules: Rule[]; sourcesShown: boolean }

/** One card a rule, with the names of the texts it comes from when they are asked for. */
export function RuleCards({ charter, rules, sourcesShown }: Props) {
  const texts = ruleTexts[useLanguage()]
  return (
    <ul className="rule-cards">
      {rules.map((rule) => (
        <li key={rule.id}>
          <Card title={texts[rule.id]?.title ?? ''} level={3}>
            <p className="rule-text">{texts[rule.id]?.text}</p>
            {sourcesShown && <Sources charter={charter} codes={rule.sources} />}
          </Card>
        </li>
      ))}
    </ul>
  )
}

/** The titles are French, whatever the language on screen. Two articles of one text name it once. */
function Sources({ charter, codes }: { charter: Charter; codes: string[] }) {
  const { t } = useTranslation('kit')
  const names = new Set(codes.map((code) => nameOf(charter, code)))
  return (
    <ul className="rule-sources" aria-label={t('charter.sources')}>
      {[...names].map((name) => (
        <li key={name} lang="fr">
          {name}
        </li>
      ))}
    </ul>
  )
}

function nameOf(charter: Charter, code: string): string {
  const source = sourceOf(charter, code)
  return source ? `${source.title} (${source.publisher}, ${source.year})` : code
}
