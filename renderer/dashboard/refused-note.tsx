import { useTranslation } from 'react-i18next'
import type { Refused } from './client.ts'

const known = [400, 401, 403, 404, 409, 413, 429, 503] as const

/** What was refused, and what to do; nothing while nothing was. */
export function RefusedNote({ refused }: { refused: Refused | undefined }) {
  const { t } = useTranslation('dashboard')
  if (refused === undefined) return <div role="alert" />
  const status = known.find((one) => one === refused.problem?.status)
  const { fields = [], retryAfterSeconds } = refused.problem ?? {}
  return (
    <div className="note note-refused" role="alert">
      <p>{refused.problem === null ? t('refused.notReached') : t(`refused.${status ?? 500}`)}</p>
      {retryAfterSeconds !== undefined && <p>{t('refused.wait', { count: retryAfterSeconds })}</p>}
      {fields.length > 0 && (
        <p lang="en">{fields.map(({ field, message }) => `${field} ${message}`).join(', ')}</p>
      )}
    </div>
  )
}
