import { useTranslation } from 'react-i18next'
import { Button } from '../button.tsx'
import type { ReadAloud } from './use-read-aloud.ts'

/** While the page is read: its end, one tap away (WCAG 1.4.2). Says so when nothing can be heard. */
export function SilenceButton({ aloud }: { aloud: ReadAloud }) {
  const { t } = useTranslation('kit')
  if (aloud.hasFailed) return <p role="status">{t('aloud.failed')}</p>
  if (aloud.reading === null) return null
  return (
    // It comes in place of the button that was pressed; a warning keeps the focus where it is.
    <Button icon="silence" autoFocus={aloud.reading === 'asked'} onPress={aloud.stop}>
      {t('aloud.stop')}
    </Button>
  )
}
