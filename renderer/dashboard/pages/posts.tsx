import './posts.css'
import { useTranslation } from 'react-i18next'
import { coordinatorApi } from '../../../app/contracts/coordinator-api.ts'
import { PageHeading } from '../../kit/page-heading.tsx'
import { filter, usePlace } from '../place.ts'
import { RefusedNote } from '../refused-note.tsx'
import { SiteChoice } from '../site-choice.tsx'
import { useAsked } from '../use-asked.ts'
import { PostCard } from './post-card.tsx'

const askAgainSeconds = 2

/** The reception page: which posts are free, which need someone. */
export function Posts() {
  const { t } = useTranslation('dashboard')
  const { filters } = usePlace()
  const siteId = filters.get('site') ?? ''
  const sites = useAsked(coordinatorApi.sites.list, {}).value ?? []
  const posts = useAsked(
    coordinatorApi.posts.list,
    { query: siteId === '' ? {} : { siteId } },
    askAgainSeconds,
  )
  const paired = posts.value?.filter(({ pairing }) => pairing === 'paired')
  const free = paired?.filter(({ reachable, state }) => reachable && state?.at === 'free').length ?? 0
  return (
    <>
      <div className="posts-top">
        <div>
          <PageHeading>{t('posts.title')}</PageHeading>
          {paired !== undefined && (
            <p className="quiet">{t('posts.free', { count: free, all: paired.length })}</p>
          )}
        </div>
        {sites.length > 1 && (
          <SiteChoice sites={sites} value={siteId} onChange={(site) => filter({ site })} mayBeAll />
        )}
      </div>
      <RefusedNote refused={posts.refused} />
      {paired?.length === 0 && <p>{t('posts.none')}</p>}
      <ul className="posts">
        {paired?.map((post) => (
          <li key={post.id}>
            <PostCard
              post={post}
              site={siteId === '' ? (sites.find(({ id }) => id === post.siteId)?.name ?? '') : ''}
              onDone={posts.again}
            />
          </li>
        ))}
      </ul>
    </>
  )
}
