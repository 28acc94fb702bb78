import './skip-link.css'
import { useTranslation } from 'react-i18next'

/** Past what is the same on every page, for whoever has no mouse (RGAA 12.7). The content is `#content`. */
export function SkipLink() {
  const { t } = useTranslation('kit')
  return (
    <a className="skip-link" href="#content">
      {t('skip')}
    </a>
  )
}
