import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { coordinatorApi } from '../../../app/contracts/coordinator-api.ts'
import type { Post } from '../../../app/contracts/coordinator-posts.ts'
import { Button } from '../../kit/button.tsx'
import { ConfirmDialog } from '../../kit/confirm-dialog.tsx'
import { PageHeading } from '../../kit/page-heading.tsx'
import { ask } from '../client.ts'
import { ListTable } from '../list-table.tsx'
import { RefusedNote } from '../refused-note.tsx'
import { useAsked } from '../use-asked.ts'
import { useDeed } from '../use-deed.ts'
import { PairingCode } from './pairing-code.tsx'
import { PostForm } from './post-form.tsx'
import { SiteCodes } from './site-codes.tsx'

const { posts: api, sites: sitesApi } = coordinatorApi
type Shown = { name: string; code: string; validForSeconds: number }
type Question = { about: 'revoke' | 'pairAgain'; post: Post }

/** The posts of the network: pairing, renaming, moving, revoking. */
export function Pairing() {
  const { t } = useTranslation('dashboard')
  const posts = useAsked(api.list, { query: {} })
  const sites = useAsked(sitesApi.list, {}).value ?? []
  const deed = useDeed()
  const [shown, show] = useState<Shown | null>(null)
  const [edited, setEdited] = useState<Post | null>(null)
  const [question, setQuestion] = useState<Question | null>(null)
  const confirm = async ({ about, post }: Question) => {
    setQuestion(null)
    await deed.run(async () => {
      const params = { postId: post.id }
      if (about === 'revoke') await ask(api.revoke, { params })
      else show({ name: post.name, ...(await ask(api.pairAgain, { params })) })
    })
    posts.again()
  }
  return (
    <>
      <PageHeading>{t('pages.pairing')}</PageHeading>
      <RefusedNote refused={deed.refused ?? posts.refused} />
      {shown !== null && (
        <PairingCode
          title={t('pairing.codeOf', { name: shown.name })}
          code={shown.code}
          text={t('pairing.codeText', { count: Math.round(shown.validForSeconds / 60) })}
          onClose={() => show(null)}
        />
      )}
      <ListTable
        caption={t('pairing.caption')}
        heads={[t('form.name'), t('form.site'), t('pairing.state'), t('form.actions')]}
      >
        {posts.value?.map((post) => (
          <tr key={post.id}>
            <th scope="row">{post.name}</th>
            <td>{sites.find(({ id }) => id === post.siteId)?.name}</td>
            <td>{t(`pairing.is.${post.pairing}`)}</td>
            <td>
              <div className="bar">
                <Button aria-label={t('form.changeOf', { name: post.name })} onPress={() => setEdited(post)}>
                  {t('form.change')}
                </Button>
                <Button
                  aria-label={t('pairing.pairAgainOf', { name: post.name })}
                  onPress={() => setQuestion({ about: 'pairAgain', post })}
                >
                  {t('pairing.pairAgain')}
                </Button>
                {post.pairing !== 'revoked' && (
                  <Button
                    look="quiet"
                    aria-label={t('pairing.revokeOf', { name: post.name })}
                    onPress={() => setQuestion({ about: 'revoke', post })}
                  >
                    {t('pairing.revoke')}
                  </Button>
                )}
              </div>
            </td>
          </tr>
        ))}
      </ListTable>
      {sites.length === 0 ? (
        <p className="note">{t('pairing.noSite')}</p>
      ) : (
        <PostForm
          key={edited?.id ?? 'new'}
          post={edited}
          sites={sites}
          onPaired={show}
          onDone={() => {
            setEdited(null)
            posts.again()
          }}
        />
      )}
      {sites.length > 0 && <SiteCodes sites={sites} />}
      {question !== null && (
        <ConfirmDialog
          question={t(`pairing.confirm.${question.about}.title`, { name: question.post.name })}
          text={t(`pairing.confirm.${question.about}.text`)}
          confirm={t(`pairing.${question.about}`)}
          onConfirm={() => confirm(question)}
          onCancel={() => setQuestion(null)}
        />
      )}
    </>
  )
}
