import './ending.css'
import { VisuallyHidden } from 'react-aria-components/VisuallyHidden'
import { useTranslation } from 'react-i18next'
import { endingSteps } from '../../../app/contracts/guardian-page.ts'
import { Icon } from '../../kit/icons.tsx'
import { PageHeading } from '../../kit/page-heading.tsx'
import type { PageProps } from '../page-props.ts'

/** Nothing of the person is on screen any more; the steps of the end, and the one under way. */
export function Ending({ page }: PageProps<'ending'>) {
  const { t } = useTranslation('guardian')
  const current = endingSteps.indexOf(page.step)
  const progress = {
    number: current + 1,
    total: endingSteps.length,
    step: t(`ending.step.${page.step}`),
  }
  return (
    <div className="page page-short">
      <PageHeading>{t('ending.title')}</PageHeading>
      <p className="page-lead">{t(`cause.${page.cause}`)}</p>
      <ol className="ending-steps" aria-label={t('ending.label')}>
        {endingSteps.map((step, index) => {
          const is = index < current ? 'done' : index === current ? 'current' : 'next'
          return (
            <li className={`ending-${is}`} key={step} {...(is === 'current' && { 'aria-current': 'step' })}>
              <span className="ending-mark">{is === 'done' ? <Icon name="check" /> : index + 1}</span>
              <span>{t(`ending.step.${step}`)}</span>
              <span className="ending-state">{t(`ending.${is}`)}</span>
            </li>
          )
        })}
      </ol>
      <VisuallyHidden>
        <p role="status">{t('ending.progress', progress)}</p>
      </VisuallyHidden>
    </div>
  )
}
