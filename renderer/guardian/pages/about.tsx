import './facts.css'
import { useTranslation } from 'react-i18next'
import type { About as AboutView } from '../../../app/contracts/guardian-page.ts'
import { Button } from '../../kit/button.tsx'
import { PageHeading } from '../../kit/page-heading.tsx'

/** Which Estran this is and how it holds a session. The test runtime is named as such. */
export function About({ about, onBack }: { about: AboutView; onBack: () => void }) {
  const { t } = useTranslation('guardian')
  const { electron, chromium } = about
  return (
    <div className="page page-wide page-top">
      <PageHeading>{t('about.title')}</PageHeading>
      <p className="page-lead">{t('about.text')}</p>
      <dl className="facts facts-sheet">
        <dt>{t('about.version')}</dt>
        <dd>{about.version}</dd>
        <dt>{t('about.runtime')}</dt>
        <dd>
          {t(`about.${about.runtime}`, { electron, chromium })}
          {about.runtime === 'test' && <strong className="facts-warning">{t('about.testText')}</strong>}
        </dd>
        <dt>{t('about.isolation')}</dt>
        <dd>{t(`about.${about.isolation}`)}</dd>
        <dt>{t('about.sessionRoot')}</dt>
        <dd>{t(`about.${about.sessionRoot}`)}</dd>
      </dl>
      <Button look="primary" icon="back" onPress={onBack}>
        {t('back')}
      </Button>
    </div>
  )
}
