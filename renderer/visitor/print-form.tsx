import { type FormEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PrintTask } from '../../app/contracts/visitor-tasks.ts'
import { countPages, type PageRanges, readPageRanges } from '../../app/printing/page-ranges.ts'
import { Button } from '../kit/button.tsx'
import type { VisitorClient } from './client.ts'

const mostCopies = 99

type Props = { task: PrintTask; client: VisitorClient }

/** How a document is wanted on paper: copies, pages, colour; and what that makes of the pages left. */
export function PrintForm({ task: { pages, pagesLeft }, client }: Props) {
  const { t } = useTranslation('tasks')
  const [copies, setCopies] = useState(1)
  const [isAll, setAll] = useState(pages !== null)
  const [text, setText] = useState('')
  const [blackAndWhite, setBlackAndWhite] = useState(false)
  const rangesId = useId()
  const hintId = useId()
  const ranges: PageRanges | null = isAll && pages !== null ? [[1, pages]] : readPageRanges(text, pages)
  const total = ranges === null ? 0 : countPages(ranges) * copies
  const tooMany = total > pagesLeft
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (ranges !== null && !tooMany) client.print.start({ copies, ranges, blackAndWhite })
  }
  return (
    <form className="task-form" autoComplete="off" onSubmit={submit}>
      <p>
        {pages !== null && `${t('print.pages', { count: pages })} `}
        {t('print.left', { count: pagesLeft })}
      </p>
      <fieldset className="task-copies" aria-label={t('print.copies')}>
        <span>{t('print.copies')}</span>
        <Button
          iconOnly
          icon="minus"
          isDisabled={copies <= 1}
          onPress={() => setCopies(Math.max(1, copies - 1))}
        >
          {t('print.fewer')}
        </Button>
        <output>{copies}</output>
        <Button
          iconOnly
          icon="plus"
          isDisabled={copies >= mostCopies}
          onPress={() => setCopies(Math.min(mostCopies, copies + 1))}
        >
          {t('print.more')}
        </Button>
      </fieldset>
      <fieldset className="task-choices" aria-label={t('print.which')}>
        {pages !== null && (
          <label className="task-choice">
            <input type="radio" name="pages" checked={isAll} onChange={() => setAll(true)} />
            {t('print.all')}
          </label>
        )}
        <label className="task-choice">
          <input type="radio" name="pages" checked={!isAll} onChange={() => setAll(false)} />
          {t('print.some')}
        </label>
        {!isAll && (
          <div className="task-field">
            <label htmlFor={rangesId}>{t('print.ranges')}</label>
            <input
              id={rangesId}
              value={text}
              maxLength={60}
              aria-describedby={hintId}
              aria-invalid={text !== '' && ranges === null}
              onChange={(event) => setText(event.target.value)}
            />
            <span id={hintId}>
              {t(text !== '' && ranges === null ? 'print.wrongRanges' : 'print.rangesHint')}
            </span>
          </div>
        )}
      </fieldset>
      <label className="task-choice">
        <input type="checkbox" checked={blackAndWhite} onChange={() => setBlackAndWhite(!blackAndWhite)} />
        {t('print.blackAndWhite')}
      </label>
      <p role="status" className={tooMany ? 'task-trouble' : undefined}>
        {total > 0 && t(tooMany ? 'print.tooMany' : 'print.total', { count: total })}
      </p>
      <Button type="submit" look="primary" size="large" icon="printer" isDisabled={total === 0 || tooMany}>
        {t('print.start')}
      </Button>
    </form>
  )
}
