import { useTranslation } from 'react-i18next'
import { runtimeAge } from '../../../app/check/runtime-age.ts'
import type { Post } from '../../../app/contracts/coordinator-posts.ts'
import type { Runtime } from '../../../app/coordinator/runtime.ts'
import { Icon } from '../../kit/icons.tsx'
import { PostCommands } from './post-commands.tsx'

type Props = {
  post: Post
  /** Its name where posts of several are shown. */
  site: string
  /** After a command was answered. */
  onDone: () => void
}

/** One post: what state it is in, what needs someone, what can be asked of it. Never what a person does there. */
export function PostCard({ post, site, onDone }: Props) {
  const { t } = useTranslation('dashboard')
  const state = post.reachable ? post.state : null
  const at = state?.at ?? 'notReached'
  return (
    <section className={`post post-${at}`} aria-labelledby={`post-${post.id}`}>
      <div>
        <h2 id={`post-${post.id}`}>{post.name}</h2>
        {site !== '' && <p className="quiet">{site}</p>}
      </div>
      <p className="post-state">
        {t(`posts.at.${at}`)}
        {state?.minutesLeft != null && <span> {t('posts.minutesLeft', { count: state.minutesLeft })}</span>}
      </p>
      {state?.because != null && <p>{t(`posts.because.${state.because}`)}</p>}
      {state !== null && state.attention.length > 0 && (
        <ul className="post-attention">
          {state.attention.map((one) => (
            <li key={one}>
              <Icon name="warning" /> {t(`posts.attention.${one}`)}
            </li>
          ))}
        </ul>
      )}
      {post.runtime !== null && <RuntimeNote {...post.runtime} />}
      <PostCommands post={post} onDone={onDone} />
    </section>
  )
}

/** Which browser the post has: an old one has holes that are known. */
function RuntimeNote({ chromium, released }: Runtime) {
  const { t } = useTranslation('dashboard')
  const [version = ''] = chromium.split('.')
  if (released === null) return <p className="quiet">{t('posts.runtime.unknown', { version })}</p>
  const { days, is } = runtimeAge(released, new Date())
  return (
    <p className={is === 'old' ? 'post-warning' : 'quiet'}>
      {is === 'old' && <Icon name="warning" />} {t(`posts.runtime.${is}`, { version, count: days })}
    </p>
  )
}
