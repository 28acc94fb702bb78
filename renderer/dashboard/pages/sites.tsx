import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { coordinatorApi } from '../../../app/contracts/coordinator-api.ts'
import type { Site } from '../../../app/contracts/coordinator-posts.ts'
import { Button } from '../../kit/button.tsx'
import { PageHeading } from '../../kit/page-heading.tsx'
import { ask } from '../client.ts'
import { TextField } from '../field.tsx'
import { FormLine } from '../form-line.tsx'
import { ListTable } from '../list-table.tsx'
import { RefusedNote } from '../refused-note.tsx'
import { useAsked } from '../use-asked.ts'
import { useDeed } from '../use-deed.ts'
import { SiteImport } from './site-import.tsx'

const { sites: api } = coordinatorApi

/** The places of the network: adding, renaming, removing, bringing in from the national file. */
export function Sites() {
  const { t } = useTranslation('dashboard')
  const sites = useAsked(api.list, {})
  const deed = useDeed()
  const [edited, setEdited] = useState<Site | null>(null)
  const remove = (siteId: string) =>
    deed.run(async () => {
      await ask(api.remove, { params: { siteId } })
      await sites.again()
    })
  return (
    <>
      <PageHeading>{t('pages.sites')}</PageHeading>
      <RefusedNote refused={deed.refused ?? sites.refused} />
      <ListTable
        caption={t('sites.caption')}
        heads={[t('form.name'), t('sites.commune'), t('sites.nationalId'), t('form.actions')]}
      >
        {sites.value?.map((site) => (
          <tr key={site.id}>
            <th scope="row">{site.name}</th>
            <td>{site.commune}</td>
            <td>{site.nationalId ?? '–'}</td>
            <td>
              <div className="bar">
                <Button aria-label={t('form.changeOf', { name: site.name })} onPress={() => setEdited(site)}>
                  {t('form.change')}
                </Button>
                <Button
                  look="quiet"
                  aria-label={t('form.removeOf', { name: site.name })}
                  onPress={() => remove(site.id)}
                >
                  {t('form.remove')}
                </Button>
              </div>
            </td>
          </tr>
        ))}
      </ListTable>
      <SiteForm
        key={edited?.id ?? 'new'}
        site={edited}
        onDone={() => {
          setEdited(null)
          sites.again()
        }}
      />
      <SiteImport onDone={sites.again} />
    </>
  )
}

function SiteForm({ site, onDone }: { site: Site | null; onDone: () => void }) {
  const { t } = useTranslation('dashboard')
  const deed = useDeed()
  const [name, setName] = useState(site?.name ?? '')
  const [commune, setCommune] = useState(site?.commune ?? '')
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const body = { name, commune }
    const isDone = await deed.run(() =>
      site === null ? ask(api.create, { body }) : ask(api.change, { params: { siteId: site.id }, body }),
    )
    if (!isDone) return
    setName('')
    setCommune('')
    onDone()
  }
  return (
    <section className="section">
      <h2>{site === null ? t('sites.add') : t('form.changeOf', { name: site.name })}</h2>
      <FormLine onSubmit={submit}>
        <TextField
          label={t('form.name')}
          value={name}
          onChange={setName}
          maxLength={80}
          takesFocus={site !== null}
        />
        <TextField label={t('sites.commune')} value={commune} onChange={setCommune} isRequired={false} />
        <Button type="submit" look="primary" isDisabled={deed.isBusy}>
          {t(site === null ? 'form.add' : 'form.save')}
        </Button>
      </FormLine>
      <RefusedNote refused={deed.refused} />
    </section>
  )
}
