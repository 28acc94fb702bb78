import { useTranslation } from 'react-i18next'
import type { VisitorView } from '../../app/contracts/visitor-page.ts'
import { Rules } from '../kit/charter/rules.tsx'
import { PageHeading } from '../kit/page-heading.tsx'

/** The rules that were accepted, to be read again at any time. */
export function Charter({ help, rules }: Pick<VisitorView, 'help' | 'rules'>) {
  const { t } = useTranslation('visitor')
  return (
    <main className="content">
      <PageHeading>{t('charter.title')}</PageHeading>
      <Rules help={help} structure={rules} />
    </main>
  )
}
