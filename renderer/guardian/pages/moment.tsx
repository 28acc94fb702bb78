import { useTranslation } from 'react-i18next'
import { PageHeading } from '../../kit/page-heading.tsx'
import { Progress } from '../../kit/progress.tsx'

/** A page on which there is nothing to do but wait. */
export function Moment({ at }: { at: 'recovering' | 'opening' | 'stopped' }) {
  const { t } = useTranslation('guardian')
  return (
    <div className="page page-short moment">
      <PageHeading>{t(`${at}.title`)}</PageHeading>
      <p className="page-lead">{t(`${at}.text`)}</p>
      {at !== 'stopped' && <Progress label={t(`${at}.title`)} percent={null} />}
    </div>
  )
}
