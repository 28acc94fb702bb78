import './desk-message.css'
import { useTranslation } from 'react-i18next'
import { Button } from '../../kit/button.tsx'
import { PageHeading } from '../../kit/page-heading.tsx'

/** What reception says to the person, in its own words, until it is read. */
export function DeskMessage({ text, onRead }: { text: string; onRead: () => void }) {
  const { t } = useTranslation('guardian')
  return (
    <div className="page page-short">
      <PageHeading>{t('message.title')}</PageHeading>
      {/* Typed at a desk in France, whatever the language of the page. */}
      <blockquote className="desk-message" lang="fr" dir="auto">
        {text}
      </blockquote>
      <p className="page-lead">{t('message.text')}</p>
      <div className="actions">
        <Button look="primary" size="large" onPress={onRead}>
          {t('message.read')}
        </Button>
      </div>
    </div>
  )
}
