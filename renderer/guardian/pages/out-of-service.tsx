import { useTranslation } from 'react-i18next'
import type { GuardianView } from '../../../app/contracts/guardian-page.ts'
import { instances } from '../../kit/languages.ts'
import { PageHeading } from '../../kit/page-heading.tsx'

/** For the public, in each language: kind, never technical. The reason is on the staff page. */
export function OutOfService({ view }: { view: GuardianView }) {
  const { t } = useTranslation('guardian')
  return (
    <div className="page page-short">
      <PageHeading>{t('outOfService.title')}</PageHeading>
      <p className="page-lead">{t('outOfService.text', { desk: view.desk })}</p>
      {view.languages.slice(1).map((language) => {
        const inLanguage = instances[language].getFixedT(language, 'guardian')
        return (
          <p key={language} lang={language}>
            <strong>{inLanguage('outOfService.title')}</strong>
            <br />
            {inLanguage('outOfService.text', { desk: view.desk })}
          </p>
        )
      })}
    </div>
  )
}
