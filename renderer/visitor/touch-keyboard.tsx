import { useTranslation } from 'react-i18next'
import { Keyboard } from '../kit/keyboard/keyboard.tsx'
import { useLanguage } from '../kit/language-provider.tsx'
import type { VisitorClient } from './client.ts'
import { useHeight } from './use-height.ts'
import type { TouchKeyboard as Use } from './use-touch-keyboard.ts'

/** As much as the contract allows: the pages end above it. */
const mostHeight = 2000

/** The keyboard at the bottom of the window; in another language it begins anew. */
export function TouchKeyboard({ keyboard, client }: { keyboard: Use; client: VisitorClient }) {
  const { t } = useTranslation('kit')
  const place = useHeight<HTMLElement>((height) => {
    void client.keyboard.height(Math.min(height, mostHeight))
  })
  return (
    <section className="keyboard-place" aria-label={t('keyboard.open')} ref={place}>
      <Keyboard key={useLanguage()} onKey={keyboard.press} />
    </section>
  )
}
