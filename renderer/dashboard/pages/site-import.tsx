import { type ChangeEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { coordinatorApi } from '../../../app/contracts/coordinator-api.ts'
import { mostNationalSites } from '../../../app/contracts/coordinator-posts.ts'
import { readSites } from '../../../app/coordinator/site-file.ts'
import { ask } from '../client.ts'
import { RefusedNote } from '../refused-note.tsx'
import { useDeed } from '../use-deed.ts'

/** Lines named one by one; a file with more of them is looked at as a whole. */
const mostNamed = 20

/** Brings sites in from a file of the national schema. It is read here: only ids, names and communes are sent. */
export function SiteImport({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation('dashboard')
  const id = useId()
  const deed = useDeed()
  const [said, setSaid] = useState<string[]>([])
  const bringIn = async (text: string) => {
    const { sites, leftOut } = readSites(text)
    if (sites.length === 0) return setSaid([t('sites.importWrong')])
    if (sites.length > mostNationalSites)
      return setSaid([t('sites.importMany', { count: mostNationalSites })])
    setSaid([])
    await deed.run(async () => {
      const lines = leftOut.slice(0, mostNamed).join(', ') + (leftOut.length > mostNamed ? '…' : '')
      const told = leftOut.length === 0 ? [] : [t('sites.importLeftOut', { count: leftOut.length, lines })]
      setSaid([t('sites.importDone', await ask(coordinatorApi.sites.import, { body: { sites } })), ...told])
    })
    onDone()
  }
  const choose = async (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0]
    const text = await file?.text()
    // The same file can be chosen again once it was corrected.
    event.target.value = ''
    if (text !== undefined) await bringIn(text)
  }
  return (
    <section className="section">
      <h2>{t('sites.import')}</h2>
      <p id={`${id}-text`}>{t('sites.importText')}</p>
      <div className="field">
        <label htmlFor={id}>{t('sites.importFile')}</label>
        <input
          id={id}
          type="file"
          accept=".csv,.json,text/csv,application/json"
          onChange={choose}
          aria-describedby={`${id}-text`}
        />
      </div>
      <div role="status">
        {said.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
      <RefusedNote refused={deed.refused} />
    </section>
  )
}
