import { useTranslation } from 'react-i18next'
import { Button } from '../../kit/button.tsx'
import { PageHeading } from '../../kit/page-heading.tsx'
import type { PageProps } from '../page-props.ts'

/** The charter was declined: nothing is lost, and someone can help in another way. */
export function Desk({ view, person }: PageProps<'desk'>) {
  const { t } = useTranslation('guardian')
  return (
    <div className="page page-short">
      <PageHeading>{t('desk.title')}</PageHeading>
      <p className="page-lead">{t('desk.help', { desk: view.desk })}</p>
      <p>{t('desk.text')}</p>
      <div className="actions">
        <Button look="primary" size="large" onPress={() => person.leave(undefined)}>
          {t('desk.back')}
        </Button>
      </div>
    </div>
  )
}
