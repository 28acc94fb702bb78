import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../kit/button.tsx'
import { TextField } from '../field.tsx'

/** A line that the person at the post will read on its screen. */
export function MessageForm({ onSend, onCancel }: { onSend: (text: string) => void; onCancel: () => void }) {
  const { t } = useTranslation('dashboard')
  const [text, setText] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (text.trim() !== '') onSend(text)
  }
  return (
    <form className="section" onSubmit={submit}>
      <TextField label={t('posts.messageText')} value={text} onChange={setText} maxLength={200} takesFocus />
      <div className="bar">
        <Button type="submit" look="primary">
          {t('posts.messageSend')}
        </Button>
        <Button onPress={onCancel}>{t('form.cancel')}</Button>
      </div>
    </form>
  )
}
