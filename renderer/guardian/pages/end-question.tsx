import { useTranslation } from 'react-i18next'
import type { Keeping } from '../../../app/documents/keeping.ts'
import { Button } from '../../kit/button.tsx'
import type { IconName } from '../../kit/icons.tsx'
import { PageHeading } from '../../kit/page-heading.tsx'
import type { PageProps } from '../page-props.ts'

const icons: Record<Keeping, IconName> = { usb: 'stick', print: 'printer', safe: 'lock' }
const things = ['sheets', 'glass', 'stick', 'papers'] as const

/** Before leaving: what would be lost and how to keep it (M21), and what lies around (M18). */
export function EndQuestion({ page, person }: Pick<PageProps<'active'>, 'page' | 'person'>) {
  const { t } = useTranslation(['guardian', 'leaving'])
  const { documents, keepings } = page
  return (
    <div className="page page-wide">
      <PageHeading>{t('end.title')}</PageHeading>
      <div className="columns">
        <section className="leaving">
          <p className="page-lead">
            {documents === 0
              ? t('documents.none', { ns: 'leaving' })
              : t('documents.some', { ns: 'leaving', count: documents })}
          </p>
          {documents > 0 && (
            <div className="actions">
              {keepings.map((how) => (
                <Button key={how} icon={icons[how]} onPress={() => person.keepDocuments(how)}>
                  {t(`documents.${how}`, { ns: 'leaving' })}
                </Button>
              ))}
            </div>
          )}
          {documents > 0 && keepings.includes('safe') && <p>{t('documents.safeHint', { ns: 'leaving' })}</p>}
        </section>
        <section className="leaving leaving-things">
          <h2>{t('things.title', { ns: 'leaving' })}</h2>
          <ul>
            {things.map((thing) => (
              <li key={thing}>{t(`things.${thing}`, { ns: 'leaving' })}</li>
            ))}
          </ul>
        </section>
      </div>
      <p>{t('end.text')}</p>
      <div className="actions">
        <Button look="primary" size="large" onPress={() => person.confirmEnd(undefined)}>
          {t('end.yes')}
        </Button>
        <Button look="secondary" size="large" onPress={() => person.goOn(undefined)}>
          {t('end.no')}
        </Button>
      </div>
    </div>
  )
}
