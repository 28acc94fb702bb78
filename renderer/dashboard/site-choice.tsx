import { useTranslation } from 'react-i18next'
import type { Site } from '../../app/contracts/coordinator-posts.ts'
import { ChoiceField } from './field.tsx'

type Props = {
  sites: readonly Pick<Site, 'id' | 'name'>[]
  /** An id; empty for all of them, where that may be chosen. */
  value: string
  onChange: (siteId: string) => void
  mayBeAll?: boolean
}

/** One site of the network, or all. */
export function SiteChoice({ sites, value, onChange, mayBeAll = false }: Props) {
  const { t } = useTranslation('dashboard')
  return (
    <ChoiceField label={t('form.site')} value={value} onChange={onChange}>
      {mayBeAll && <option value="">{t('form.allSites')}</option>}
      {sites.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </ChoiceField>
  )
}
