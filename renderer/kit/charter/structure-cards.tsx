import type { StructureRules } from '../../../app/charter/structure-rules.ts'
import { textIn } from '../../../app/session/local-text.ts'
import { Card } from '../card.tsx'
import { useLanguage } from '../language-provider.tsx'

/** Cards the structure has written, in the language on screen where it has them, else in French. */
export function StructureCards({ articles }: { articles: StructureRules['house'] }) {
  const language = useLanguage()
  return (
    <ul className="rule-cards">
      {articles.map((article) => {
        const title = textIn(article.title, language)
        const text = textIn(article.text, language)
        return (
          <li key={article.title.fr} lang={title.lang}>
            <Card title={title.text} level={3}>
              <p className="rule-text" lang={text.lang}>
                <bdi>{text.text}</bdi>
              </p>
            </Card>
          </li>
        )
      })}
    </ul>
  )
}
