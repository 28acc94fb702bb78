import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { coordinatorApi } from '../../../app/contracts/coordinator-api.ts'
import type { Site } from '../../../app/contracts/coordinator-posts.ts'
import {
  mostDaysOfACode,
  mostPostsOfACode,
  type SiteCode,
} from '../../../app/contracts/coordinator-site-codes.ts'
import { Button } from '../../kit/button.tsx'
import { ask } from '../client.ts'
import { TextField } from '../field.tsx'
import { FormLine } from '../form-line.tsx'
import { ListTable } from '../list-table.tsx'
import { RefusedNote } from '../refused-note.tsx'
import { SiteChoice } from '../site-choice.tsx'
import { useAsked } from '../use-asked.ts'
import { useDeed } from '../use-deed.ts'
import { PairingCode } from './pairing-code.tsx'

const { siteCodes: api } = coordinatorApi
type Made = SiteCode & { code: string }

/** Codes by which many posts of a site join by themselves: making one, seeing what is left of it, ending it. */
export function SiteCodes({ sites }: { sites: readonly Site[] }) {
  const { t, i18n } = useTranslation('dashboard')
  const codes = useAsked(api.list, {})
  const deed = useDeed()
  const [made, show] = useState<Made | null>(null)
  const [siteId, setSiteId] = useState(sites[0]?.id ?? '')
  const [posts, setPosts] = useState('10')
  const [days, setDays] = useState('7')
  const nameOf = (id: string) => sites.find((site) => site.id === id)?.name ?? ''
  const day = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'long' })
  const until = ({ expiresAt }: SiteCode) => day.format(new Date(expiresAt))

  const make = async (event: FormEvent) => {
    event.preventDefault()
    const body = { posts: Number(posts), days: Number(days) }
    await deed.run(async () => show(await ask(api.make, { params: { siteId }, body })))
    codes.again()
  }
  const revoke = async (code: SiteCode) => {
    await deed.run(() => ask(api.revoke, { params: { siteId: code.siteId } }))
    show(null)
    codes.again()
  }

  return (
    <section className="section">
      <h2>{t('siteCodes.title')}</h2>
      <p>{t('siteCodes.text')}</p>
      <RefusedNote refused={deed.refused ?? codes.refused} />
      {made !== null && (
        <PairingCode
          title={t('siteCodes.codeOf', { name: nameOf(made.siteId) })}
          code={made.code}
          text={t('siteCodes.codeText', { count: made.postsLeft, until: until(made) })}
          onClose={() => show(null)}
        />
      )}
      {codes.value !== undefined && codes.value.length > 0 && (
        <ListTable
          caption={t('siteCodes.caption')}
          heads={[t('form.site'), t('siteCodes.postsLeft'), t('siteCodes.until'), t('form.actions')]}
        >
          {codes.value.map((code) => (
            <tr key={code.siteId}>
              <th scope="row">{nameOf(code.siteId)}</th>
              <td>{code.postsLeft}</td>
              <td>{until(code)}</td>
              <td>
                <Button
                  look="quiet"
                  aria-label={t('siteCodes.revokeOf', { name: nameOf(code.siteId) })}
                  onPress={() => revoke(code)}
                >
                  {t('siteCodes.revoke')}
                </Button>
              </td>
            </tr>
          ))}
        </ListTable>
      )}
      <FormLine onSubmit={make}>
        <SiteChoice sites={sites} value={siteId} onChange={setSiteId} />
        <TextField
          type="number"
          label={t('siteCodes.posts')}
          value={posts}
          onChange={setPosts}
          min={1}
          max={mostPostsOfACode}
        />
        <TextField
          type="number"
          label={t('siteCodes.days')}
          value={days}
          onChange={setDays}
          min={1}
          max={mostDaysOfACode}
        />
        <Button type="submit" look="primary" isDisabled={deed.isBusy}>
          {t('siteCodes.make')}
        </Button>
      </FormLine>
    </section>
  )
}
