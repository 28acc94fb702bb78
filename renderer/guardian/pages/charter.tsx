import { useTranslation } from 'react-i18next'
import { Button } from '../../kit/button.tsx'
import { Rules } from '../../kit/charter/rules.tsx'
import { PageHeading } from '../../kit/page-heading.tsx'
import type { PageProps } from '../page-props.ts'

/** The rules, and the answer. */
export function Charter({ view, page, person }: PageProps<'charter'>) {
  const { t } = useTranslation('guardian')
  return (
    <div className="page page-wide">
      <PageHeading>{t('charter.title')}</PageHeading>
      <Rules help={page.visit.help} structure={view.rules} />
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
