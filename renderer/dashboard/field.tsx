import { type ReactNode, useId } from 'react'
import { useTranslation } from 'react-i18next'

type TextProps = {
  label: string
  value: string
  onChange: (value: string) => void
  type?: 'text' | 'password' | 'week' | 'number'
  hint?: string
  autoComplete?: string
  takesFocus?: boolean
  minLength?: number
  maxLength?: number
  min?: number
  max?: number
  isRequired?: boolean
}

/** Said before a form is filled in (RGAA 11.10): `TextField` marks the others. */
export function RequiredNote() {
  const { t } = useTranslation('dashboard')
  return <p className="required-note quiet">{t('form.required')}</p>
}

/** A line of text under its name. */
export function TextField({
  label,
  value,
  onChange,
  type = 'text',
  hint,
  isRequired = true,
  ...rest
}: TextProps) {
  const id = useId()
  const { t } = useTranslation('dashboard')
  const { takesFocus = false, autoComplete = 'off', ...limits } = rest
  return (
    <div className="field">
      <label htmlFor={id}>
        {label} {!isRequired && <span className="field-optional">{t('form.optional')}</span>}
      </label>
      {hint !== undefined && (
        <span className="field-hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      <input
        id={id}
        type={type}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        required={isRequired}
        // biome-ignore lint/a11y/noAutofocus: a page with one thing to fill in begins there
        autoFocus={takesFocus}
        autoComplete={autoComplete}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        {...limits}
      />
    </div>
  )
}

type ChoiceProps = { label: string; value: string; onChange: (value: string) => void; children: ReactNode }

/** One of a list, given as `<option>`. */
export function ChoiceField({ label, value, onChange, children }: ChoiceProps) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => onChange(event.target.value)}>
        {children}
      </select>
    </div>
  )
}
