import { useTranslation } from 'react-i18next'
import { coordinatorApi } from '../../../app/contracts/coordinator-api.ts'
import { Button } from '../../kit/button.tsx'
import { useLanguage } from '../../kit/language-provider.tsx'
import { PageHeading } from '../../kit/page-heading.tsx'
import { ListTable } from '../list-table.tsx'
import { filter, usePlace } from '../place.ts'
import { RefusedNote } from '../refused-note.tsx'
import { useAsked } from '../use-asked.ts'

/** How many the coordinator sends at once. */
const pageLength = 200

/** Who did what to which post, latest first. */
export function Audit() {
  const { t } = useTranslation('dashboard')
  const language = useLanguage()
  const { filters } = usePlace()
  const before = filters.get('before')
  const entries = useAsked(coordinatorApi.audit.list, {
    query: before === null ? {} : { before: Number(before) },
  })
  const when = new Intl.DateTimeFormat(language, { dateStyle: 'short', timeStyle: 'short' })
  const last = entries.value?.at(-1)
  return (
    <>
      <PageHeading>{t('pages.audit')}</PageHeading>
      <RefusedNote refused={entries.refused} />
      <ListTable
        caption={t('audit.caption')}
        heads={[t('audit.at'), t('audit.account'), t('audit.action'), t('audit.subject'), t('audit.outcome')]}
      >
        {entries.value?.map(({ id, at, account, action, subject, outcome }) => (
          <tr key={id}>
            <td>{when.format(new Date(at))}</td>
            <td>{account}</td>
            <td>{t(`audit.actions.${action}` as 'audit.action', { defaultValue: action })}</td>
            <td>{subject}</td>
            <td>{t(`audit.outcomes.${outcome}` as 'audit.outcome', { defaultValue: outcome })}</td>
          </tr>
        ))}
      </ListTable>
      <div className="bar">
        {before !== null && <Button onPress={() => filter({ before: '' })}>{t('audit.latest')}</Button>}
        {last !== undefined && entries.value?.length === pageLength && (
          <Button onPress={() => filter({ before: String(last.id) })}>{t('audit.earlier')}</Button>
        )}
      </div>
    </>
  )
}
