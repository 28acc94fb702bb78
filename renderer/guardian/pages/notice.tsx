import { useTranslation } from 'react-i18next'
import { assertNever } from '../../../app/lib/assert-never.ts'
import { Button } from '../../kit/button.tsx'
import { PageHeading } from '../../kit/page-heading.tsx'
import { Countdown } from '../countdown.tsx'
import type { PageProps } from '../page-props.ts'
import { DeskMessage } from './desk-message.tsx'
import { EndQuestion } from './end-question.tsx'

/** What is asked or said during a session. With nothing to say, a cover for the moment the visitor's window is away. */
export function Notice({ view, page, person }: PageProps<'active'>) {
  switch (page.notice) {
    case null:
      return page.message === null ? (
        <Cover desk={view.desk} />
      ) : (
        <DeskMessage text={page.message} onRead={() => person.readMessage(undefined)} />
      )
    case 'end':
      return <EndQuestion page={page} person={person} />
    case 'idle':
    case 'time':
    case 'closing':
      return <Warning view={view} page={page} person={person} notice={page.notice} />
    default:
      return assertNever(page.notice)
  }
}

function Cover({ desk }: { desk: string }) {
  const { t } = useTranslation('guardian')
  return (
    <div className="page page-short">
      <PageHeading>{t('cover.title')}</PageHeading>
      <p className="page-lead">{t('cover.text', { desk })}</p>
    </div>
  )
}

/** A warning that can be answered for its whole length (RGAA 13.1). */
function Warning({
  view,
  page,
  person,
  notice,
}: PageProps<'active'> & { notice: 'idle' | 'time' | 'closing' }) {
  const { t } = useTranslation('guardian')
  const minutes = page.extensionMinutes
  const canExtend = notice === 'time' && minutes > 0
  const words = {
    idle: { text: t('idle.text'), stay: t('idle.stay') },
    closing: { text: t('closing.text'), stay: t('closing.understood') },
    time: canExtend
      ? { text: t('time.more', { count: minutes }), stay: t('time.extend', { count: minutes }) }
      : { text: t('time.last'), stay: t('time.understood') },
  }[notice]
  return (
    <div className="page page-short">
      <PageHeading>{t(`${notice}.title`)}</PageHeading>
      <Countdown secondsLeft={page.secondsLeft} view={view} />
      <p className="page-lead">{words.text}</p>
      <div className="actions">
        <Button look="primary" size="large" onPress={() => person.goOn(undefined)}>
          {words.stay}
        </Button>
        <Button look="secondary" size="large" onPress={() => person.confirmEnd(undefined)}>
          {t(`${notice}.leave`)}
        </Button>
      </div>
    </div>
  )
}
