import { useTranslation } from 'react-i18next'
import type { Task } from '../../../app/autonomy/task.ts'

/** The words of a task: those that its kind does not have are empty. */
export type TaskWords = {
  title: string
  instruction: string
  tip: string
  expected: string
  message: string
  field: string
  button: string
  paragraphs: readonly string[]
  option: (id: string) => string
}

type Untyped = { t: (key: string, options: object) => unknown }

/** Tasks are data: which words each has is checked by a test of the files, not by the compiler. */
export function useTaskWords(id: Task['id']): TaskWords {
  const { t } = useTranslation('autonomy') as unknown as Untyped
  const text = (key: string) => String(t(`tasks.${id}.${key}`, { defaultValue: '' }))
  const paragraphs = t(`tasks.${id}.paragraphs`, { returnObjects: true, defaultValue: {} })
  return {
    title: text('title'),
    instruction: text('instruction'),
    tip: text('tip'),
    expected: text('expected'),
    message: text('message'),
    field: text('field'),
    button: text('button'),
    paragraphs: Object.values(paragraphs as Record<string, string>),
    option: (option) => text(`options.${option}`),
  }
}
