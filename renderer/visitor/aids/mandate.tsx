import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Mandate as Filled, readMandate } from '../../../app/mandate/mandate.ts'
import { Button } from '../../kit/button.tsx'
import { PageHeading } from '../../kit/page-heading.tsx'
import type { VisitorClient } from '../client.ts'
import { emptyForm, type MandateFields, MandateForm } from './mandate-form.tsx'
import { MandatePaper } from './mandate-paper.tsx'
import { Paper } from './paper.tsx'

type Props = { structure: string; printing: boolean; client: VisitorClient }

/** One for the person, one for the helper. */
const copies = 2

/** The mandate (M14): filled in here, signed on paper. It is kept nowhere and sent to nobody. */
export function Mandate({ structure, printing, client }: Props) {
  const { t } = useTranslation('mandate')
  const [form, setForm] = useState<MandateFields>(() => emptyForm(structure))
  const [wrong, setWrong] = useState<readonly string[]>([])
  const [mandate, setMandate] = useState<Filled | null>(null)
  const preview = useRef<HTMLElement>(null)
  useEffect(() => {
    if (mandate !== null) preview.current?.focus()
  }, [mandate])
  const change = (fields: MandateFields) => {
    setForm(fields)
    // What was read before is not what is written now.
    setMandate(null)
  }
  const look = () => {
    const administrations = form.administrations.split('\n').filter((line) => line.trim() !== '')
    const reading = readMandate({ ...form, administrations })
    setWrong(reading.ok ? [] : reading.fields)
    setMandate(reading.ok ? reading.mandate : null)
  }
  const clear = () => {
    change(emptyForm(structure))
    setWrong([])
  }
  return (
    <main className="content aid">
      <PageHeading>{t('title')}</PageHeading>
      <p className="aid-lead">{t('intro')}</p>
      <MandateForm form={form} wrong={wrong} onChange={change} onPreview={look} onClear={clear} />
      {mandate !== null && (
        <section
          className="aid-part card"
          ref={preview}
          tabIndex={-1}
          aria-label={t('document.title')}
          data-unspoken
        >
          <MandatePaper mandate={mandate} level={2} />
          {printing && (
            <div className="aid-actions">
              <Button look="primary" icon="printer" onPress={() => client.aid.print(t('document.title'))}>
                {t('form.print')}
              </Button>
            </div>
          )}
          <Paper copies={copies}>
            <MandatePaper mandate={mandate} level={1} />
          </Paper>
        </section>
      )}
    </main>
  )
}
