import { useTranslation } from 'react-i18next'
import type { Mandate } from '../../../app/mandate/mandate.ts'
import { type MandateLine, mandateDocument } from '../../../app/mandate/mandate-document.ts'
import { useLanguage } from '../../kit/language-provider.tsx'
import { formatDate } from './format.ts'

/** The mandate as it is signed. @param level of its title: the first on paper, below the page's own on screen */
export function MandatePaper({ mandate, level }: { mandate: Mandate; level: 1 | 2 }) {
  const { t } = useTranslation('mandate')
  const Title = `h${level}` as const
  const Section = level === 1 ? 'h2' : 'h3'
  return (
    <>
      <Title>{t('document.title')}</Title>
      {mandateDocument(mandate).map(({ title, lines }) => (
        <article key={title}>
          <Section>{t(`document.sections.${title}`)}</Section>
          {lines.map((line) => (
            <Line key={JSON.stringify(line)} line={line} />
          ))}
        </article>
      ))}
      <footer>
        <p>{t('document.footer')}</p>
      </footer>
    </>
  )
}

function Line({ line }: { line: MandateLine }) {
  const { t } = useTranslation('mandate')
  const language = useLanguage()
  if ('blank' in line) return <p className="paper-blank">{t(`document.blanks.${line.blank}`)}</p>
  if ('words' in line) return <List items={line.words} />
  if ('list' in line) {
    const { list, keys } = line
    return <List items={keys.map((key) => t(`${list}.${key}` as 'acts.mailbox'))} />
  }
  const written = Object.entries(line.values ?? {}).map(([name, value]) => [
    name,
    days.includes(name) ? formatDate(value, language) : value,
  ])
  return <p>{t(`document.say.${line.say}`, Object.fromEntries(written))}</p>
}

const days = ['birth', 'from', 'until']

function List({ items }: { items: readonly string[] }) {
  return (
    <ul>
      {items.map((item) => (
        <li key={item}>
          <bdi>{item}</bdi>
        </li>
      ))}
    </ul>
  )
}
