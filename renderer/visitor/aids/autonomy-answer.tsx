import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Task } from '../../../app/autonomy/task.ts'
import { Button } from '../../kit/button.tsx'
import type { IconName } from '../../kit/icons.tsx'
import type { TaskWords } from './task-words.ts'

type Props = { task: Task; words: TaskWords; onAnswer: (answer: string) => void }

const pictures: Record<string, IconName> = { moon: 'moon', sun: 'sun', star: 'star' }

/** What the hand does to answer, by the kind of the task. */
export function AutonomyAnswer({ task, words, onAnswer }: Props) {
  switch (task.kind) {
    case 'scroll':
      return <Scroll words={words} onAnswer={onAnswer} />
    case 'type':
      return <Type words={words} onAnswer={onAnswer} />
    case 'list':
      return <List options={task.options} words={words} onAnswer={onAnswer} />
    default:
      return (
        <ul
          className={task.kind === 'press' ? 'aid-actions' : 'aid-list'}
          aria-label={words.field || undefined}
        >
          {task.options.map((option) => (
            <li key={option}>
              <Button
                {...(task.kind === 'press' && { iconOnly: true, icon: pictures[option] ?? 'other' })}
                {...(task.kind === 'attach' && { icon: 'documents' })}
                size="large"
                onPress={() => onAnswer(option)}
              >
                {words.option(option)}
              </Button>
            </li>
          ))}
        </ul>
      )
  }
}

type PartProps = Omit<Props, 'task'>

function Scroll({ words, onAnswer }: PartProps) {
  return (
    <div className="aid-long">
      {words.paragraphs.map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
      <div className="aid-actions">
        <Button look="primary" onPress={() => onAnswer('found')}>
          {words.button}
        </Button>
      </div>
    </div>
  )
}

function Type({ words, onAnswer }: PartProps) {
  const { t } = useTranslation('autonomy')
  const [typed, setTyped] = useState('')
  const field = useId()
  return (
    <form
      className="aid-form"
      autoComplete="off"
      onSubmit={(event) => {
        event.preventDefault()
        onAnswer(typed)
      }}
    >
      <div className="aid-field">
        <label htmlFor={field}>{words.field}</label>
        <input
          id={field}
          type="text"
          value={typed}
          spellCheck={false}
          onChange={({ target }) => setTyped(target.value)}
        />
      </div>
      <Button type="submit" look="primary">
        {t('check')}
      </Button>
    </form>
  )
}

function List({ options, words, onAnswer }: PartProps & { options: readonly string[] }) {
  const { t } = useTranslation('autonomy')
  const [chosen, setChosen] = useState('')
  const field = useId()
  return (
    <div className="aid-form">
      <div className="aid-field">
        <label htmlFor={field}>{words.field}</label>
        <select id={field} value={chosen} onChange={({ target }) => setChosen(target.value)}>
          <option value="" />
          {options.map((option) => (
            <option key={option} value={option}>
              {words.option(option)}
            </option>
          ))}
        </select>
      </div>
      <Button look="primary" isDisabled={chosen === ''} onPress={() => onAnswer(chosen)}>
        {t('check')}
      </Button>
    </div>
  )
}
