import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { coordinatorApi } from '../../../app/contracts/coordinator-api.ts'
import type { Post } from '../../../app/contracts/coordinator-posts.ts'
import type { Answer } from '../../../app/contracts/route.ts'
import type { Command } from '../../../app/coordinator/command.ts'
import { Button } from '../../kit/button.tsx'
import { ConfirmDialog } from '../../kit/confirm-dialog.tsx'
import { ask } from '../client.ts'
import { RefusedNote } from '../refused-note.tsx'
import { useDeed } from '../use-deed.ts'
import { MessageForm } from './message-form.tsx'

const { command } = coordinatorApi.posts

type Question = { about: 'end'; turn: string } | { about: 'close' }

/** What reception can ask of a post now, and what the post answered. */
export function PostCommands({ post, onDone }: { post: Post; onDone: () => void }) {
  const { t } = useTranslation('dashboard')
  const deed = useDeed()
  const [answer, setAnswer] = useState<Answer<typeof command>['outcome'] | null>(null)
  // The turn that was on screen when the question was asked, not the one when it is answered.
  const [question, setQuestion] = useState<Question | null>(null)
  const [messageTo, setMessageTo] = useState<string | null>(null)
  const send = (body: Command) =>
    deed.run(async () => {
      setAnswer(null)
      setQuestion(null)
      setMessageTo(null)
      setAnswer((await ask(command, { params: { postId: post.id }, body })).outcome)
      onDone()
    })
  const { at, turn } = post.state ?? { at: 'starting', turn: null }
  return (
    <>
      <div className="bar">
        {at === 'inUse' && turn !== null && (
          <>
            <Button isDisabled={deed.isBusy} onPress={() => send({ do: 'extend', turn })}>
              {t('posts.extend')}
            </Button>
            <Button isDisabled={deed.isBusy} onPress={() => setMessageTo(turn)}>
              {t('posts.message')}
            </Button>
            <Button isDisabled={deed.isBusy} onPress={() => setQuestion({ about: 'end', turn })}>
              {t('posts.end')}
            </Button>
          </>
        )}
        {at === 'outOfService' ? (
          <Button isDisabled={deed.isBusy} onPress={() => send({ do: 'open' })}>
            {t('posts.open')}
          </Button>
        ) : (
          <Button isDisabled={deed.isBusy} onPress={() => setQuestion({ about: 'close' })}>
            {t('posts.close')}
          </Button>
        )}
      </div>
      {messageTo !== null && (
        <MessageForm
          onSend={(text) => send({ do: 'message', turn: messageTo, text })}
          onCancel={() => setMessageTo(null)}
        />
      )}
      <p role="status" className={answer === 'done' || deed.isBusy ? undefined : 'post-not-done'}>
        {deed.isBusy ? t('posts.asking') : answer !== null && t(`posts.outcome.${answer}`)}
      </p>
      <RefusedNote refused={deed.refused} />
      {question !== null && (
        <ConfirmDialog
          question={t(`posts.confirm.${question.about}.title`, { name: post.name })}
          text={t(`posts.confirm.${question.about}.text`)}
          confirm={t(`posts.${question.about}`)}
          onConfirm={() =>
            send(question.about === 'end' ? { do: 'end', turn: question.turn } : { do: 'close' })
          }
          onCancel={() => setQuestion(null)}
        />
      )}
    </>
  )
}
