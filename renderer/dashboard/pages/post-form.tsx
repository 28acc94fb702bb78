import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { coordinatorApi } from '../../../app/contracts/coordinator-api.ts'
import type { Post, Site } from '../../../app/contracts/coordinator-posts.ts'
import { Button } from '../../kit/button.tsx'
import { ask } from '../client.ts'
import { TextField } from '../field.tsx'
import { FormLine } from '../form-line.tsx'
import { RefusedNote } from '../refused-note.tsx'
import { SiteChoice } from '../site-choice.tsx'
import { useDeed } from '../use-deed.ts'

const { posts: api } = coordinatorApi

type Props = {
  /** `null`: a new one. */
  post: Post | null
  sites: readonly Site[]
  onPaired: (shown: { name: string; code: string; validForSeconds: number }) => void
  onDone: () => void
}

/** Adds a post and pairs it, or renames and moves one. */
export function PostForm({ post, sites, onPaired, onDone }: Props) {
  const { t } = useTranslation('dashboard')
  const deed = useDeed()
  const [name, setName] = useState(post?.name ?? '')
  const [siteId, setSiteId] = useState(post?.siteId ?? sites[0]?.id ?? '')
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const body = { name, siteId }
    const isDone = await deed.run(async () => {
      if (post === null) onPaired({ name, ...(await ask(api.pair, { body })) })
      else await ask(api.change, { params: { postId: post.id }, body })
    })
    if (!isDone) return
    setName('')
    onDone()
  }
  return (
    <section className="section">
      <h2>{post === null ? t('pairing.add') : t('form.changeOf', { name: post.name })}</h2>
      <FormLine onSubmit={submit}>
        <TextField
          label={t('form.name')}
          value={name}
          onChange={setName}
          maxLength={80}
          takesFocus={post !== null}
        />
        <SiteChoice sites={sites} value={siteId} onChange={setSiteId} />
        <Button type="submit" look="primary" isDisabled={deed.isBusy}>
          {t(post === null ? 'pairing.addConfirm' : 'form.save')}
        </Button>
      </FormLine>
      <RefusedNote refused={deed.refused} />
    </section>
  )
}
