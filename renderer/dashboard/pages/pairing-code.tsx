import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../kit/button.tsx'

type Props = { title: string; code: string; text: string; onClose: () => void }

/** A code that pairs posts. The coordinator keeps no copy: once it is put away nobody can show it again. */
export function PairingCode({ title, code, text, onClose }: Props) {
  const { t } = useTranslation('dashboard')
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <section className="note section">
      <h2 ref={heading} tabIndex={-1}>
        {title}
      </h2>
      <p className="pairing-code">{code}</p>
      <p>{text}</p>
      <div className="bar">
        <Button onPress={onClose}>{t('pairing.codeClose')}</Button>
      </div>
    </section>
  )
}
