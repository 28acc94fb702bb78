import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Account } from '../../../app/contracts/coordinator-accounts.ts'
import { coordinatorApi } from '../../../app/contracts/coordinator-api.ts'
import { Button } from '../../kit/button.tsx'
import { ConfirmDialog } from '../../kit/confirm-dialog.tsx'
import { PageHeading } from '../../kit/page-heading.tsx'
import { ask } from '../client.ts'
import { ListTable } from '../list-table.tsx'
import { RefusedNote } from '../refused-note.tsx'
import { useAsked } from '../use-asked.ts'
import { useDeed } from '../use-deed.ts'
import { AccountForm } from './account-form.tsx'

const { accounts: api, sites: sitesApi } = coordinatorApi

/** Who may sign in, and to what. */
export function Accounts() {
  const { t } = useTranslation('dashboard')
  const accounts = useAsked(api.list, {})
  const sites = useAsked(sitesApi.list, {}).value ?? []
  const deed = useDeed()
  const [removed, setRemoved] = useState<Account | null>(null)
  const run = (work: () => Promise<unknown>) => deed.run(work).then(accounts.again)
  return (
    <>
      <PageHeading>{t('pages.accounts')}</PageHeading>
      <RefusedNote refused={deed.refused ?? accounts.refused} />
      <ListTable
        caption={t('accounts.caption')}
        heads={[t('form.name'), t('accounts.role'), t('form.site'), t('form.actions')]}
      >
        {accounts.value?.map((account) => {
          const { id, name, role, siteId, disabled } = account
          const params = { accountId: id }
          return (
            <tr key={id}>
              <th scope="row">
                {name} {disabled && <span className="quiet">{t('accounts.disabled')}</span>}
              </th>
              <td>{t(`roles.${role}`)}</td>
              <td>{sites.find((site) => site.id === siteId)?.name ?? t('form.allSites')}</td>
              <td>
                <div className="bar">
                  <Button
                    aria-label={t(disabled ? 'accounts.enableOf' : 'accounts.disableOf', { name })}
                    onPress={() => run(() => ask(api.change, { params, body: { disabled: !disabled } }))}
                  >
                    {t(disabled ? 'accounts.enable' : 'accounts.disable')}
                  </Button>
                  <Button
                    aria-label={t('accounts.signOutOf', { name })}
                    onPress={() => run(() => ask(api.endSessions, { params }))}
                  >
                    {t('accounts.signOut')}
                  </Button>
                  <Button
                    look="quiet"
                    aria-label={t('form.removeOf', { name })}
                    onPress={() => setRemoved(account)}
                  >
                    {t('form.remove')}
                  </Button>
                </div>
              </td>
            </tr>
          )
        })}
      </ListTable>
      <AccountForm sites={sites} onDone={accounts.again} />
      {removed !== null && (
        <ConfirmDialog
          question={t('accounts.confirm.title', { name: removed.name })}
          text={t('accounts.confirm.text')}
          confirm={t('form.remove')}
          onConfirm={() => {
            setRemoved(null)
            run(() => ask(api.remove, { params: { accountId: removed.id } }))
          }}
          onCancel={() => setRemoved(null)}
        />
      )}
    </>
  )
}
