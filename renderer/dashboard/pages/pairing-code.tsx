import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../kit/button.tsx'

type Props = { name: string; code: string; validForSeconds: number; onClose: () => void }

/** The code that pairs a post. The coordinator keeps no copy: once it is put away nobody can show it again. */
export function PairingCode({ name, code, validForSeconds, onClose }: Props) {
  const { t } = useTranslation('dashboard')
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <section className="note section">
      <h2 ref={heading} tabIndex={-1}>
        {t('pairing.codeOf', { name })}
      </h2>
      <p className="pairing-code">{code}</p>
      <p>{t('pairing.codeText', { count: Math.round(validForSeconds / 60) })}</p>
      <div className="bar">
        <Button onPress={onClose}>{t('pairing.codeClose')}</Button>
      </div>
    </section>
  )
}
