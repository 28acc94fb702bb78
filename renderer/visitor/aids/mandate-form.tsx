import { type FormEvent, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { acts, type Mandate, personalData } from '../../../app/mandate/mandate.ts'
import { Button } from '../../kit/button.tsx'
import { ChoiceRow } from '../../kit/choice-row.tsx'
import { Checks } from './checks.tsx'
import { daysAfter, today } from './format.ts'

/** What is on screen: administrations are lines of a text until they are read. */
export type MandateFields = Omit<Mandate, 'administrations'> & { administrations: string }

const usualDays = 30

export function emptyForm(structure: string): MandateFields {
  return {
    person: { name: '', birth: '', address: '' },
    helper: { name: '', role: '', structure },
    acts: [],
    administrations: '',
    data: [],
    presence: 'together',
    from: today(),
    until: daysAfter(today(), usualDays),
  }
}

type Props = {
  form: MandateFields
  /** Fields to look at again, as `readMandate` names them. */
  wrong: readonly string[]
  onChange: (form: MandateFields) => void
  onPreview: () => void
  onClear: () => void
}

/** Who, for whom, what, with what, until when. */
export function MandateForm({ form, wrong, onChange, onPreview, onClear }: Props) {
  const { t } = useTranslation('mandate')
  const { person, helper } = form
  const change = (part: Partial<MandateFields>) => onChange({ ...form, ...part })
  const isWrong = (field: string) => wrong.includes(field)
  const names: Record<string, string> = {
    'person.name': `${t('form.person')}, ${t('form.name')}`,
    'person.birth': t('form.birth'),
    'person.address': t('form.address'),
    'helper.name': `${t('form.helper')}, ${t('form.name')}`,
    'helper.role': t('form.role'),
    'helper.structure': t('form.structure'),
    administrations: t('form.administrations'),
    acts: t('form.acts'),
    data: t('form.data'),
    until: t('form.until'),
  }
  const fieldOf = (field: string) => names[field] ?? names[field.split('.')[0] ?? ''] ?? field
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onPreview()
  }
  return (
    <form className="aid-form" autoComplete="off" noValidate onSubmit={submit}>
      <fieldset className="aid-group">
        <legend>{t('form.person')}</legend>
        <div className="aid-fields">
          <Field
            label={t('form.name')}
            purpose="section-person name"
            value={person.name}
            wrong={isWrong('person.name')}
            onChange={(name) => change({ person: { ...person, name } })}
          />
          <Field
            label={t('form.birth')}
            type="date"
            purpose="section-person bday"
            value={person.birth}
            wrong={isWrong('person.birth')}
            onChange={(birth) => change({ person: { ...person, birth } })}
          />
          <Field
            label={t('form.address')}
            purpose="section-person street-address"
            value={person.address}
            wrong={isWrong('person.address')}
            onChange={(address) => change({ person: { ...person, address } })}
          />
        </div>
      </fieldset>
      <fieldset className="aid-group">
        <legend>{t('form.helper')}</legend>
        <div className="aid-fields">
          <Field
            label={t('form.name')}
            purpose="section-helper name"
            value={helper.name}
            wrong={isWrong('helper.name')}
            onChange={(name) => change({ helper: { ...helper, name } })}
          />
          <Field
            label={t('form.role')}
            purpose="section-helper organization-title"
            value={helper.role}
            wrong={isWrong('helper.role')}
            onChange={(role) => change({ helper: { ...helper, role } })}
          />
          <Field
            label={t('form.structure')}
            purpose="section-helper organization"
            value={helper.structure}
            wrong={isWrong('helper.structure')}
            onChange={(structure) => change({ helper: { ...helper, structure } })}
          />
        </div>
      </fieldset>
      <Checks
        legend={t('form.acts')}
        options={acts.map((value) => ({ value, name: t(`acts.${value}`) }))}
        chosen={form.acts}
        onChoose={(chosen) => change({ acts: chosen })}
      />
      <Field
        label={t('form.administrations')}
        hint={t('form.administrationsHint')}
        type="lines"
        value={form.administrations}
        wrong={wrong.some((field) => field.startsWith('administrations'))}
        onChange={(administrations) => change({ administrations })}
      />
      <Checks
        legend={t('form.data')}
        options={personalData.map((value) => ({ value, name: t(`data.${value}`) }))}
        chosen={form.data}
        onChoose={(chosen) => change({ data: chosen })}
      />
      <ChoiceRow
        label={t('form.presence')}
        value={form.presence}
        options={(['together', 'away'] as const).map((value) => ({ value, name: t(`form.${value}`) }))}
        onChoose={(presence) => change({ presence })}
      />
      <Field
        label={t('form.until')}
        hint={t('form.untilHint')}
        type="date"
        value={form.until}
        wrong={isWrong('until')}
        onChange={(until) => change({ until })}
      />
      <div role="alert">
        <ul className="aid-facts aid-trouble">
          {[...new Set(wrong.map(fieldOf))].map((field) => (
            <li key={field}>{t('form.look', { field })}</li>
          ))}
        </ul>
      </div>
      <div className="aid-actions">
        <Button type="submit" look="primary">
          {t('form.preview')}
        </Button>
        <Button look="quiet" icon="trash" onPress={onClear}>
          {t('form.clear')}
        </Button>
      </div>
    </form>
  )
}

type FieldProps = {
  label: string
  hint?: string
  type?: 'text' | 'date' | 'lines'
  /** Whose this is, and what, for aids of the person (`autocomplete`); nothing is kept, so nothing is filled in. */
  purpose?: string
  value: string
  wrong: boolean
  onChange: (value: string) => void
}

function Field({ label, hint, type = 'text', purpose, value, wrong, onChange }: FieldProps) {
  const id = useId()
  const shared = {
    id,
    value,
    'aria-invalid': wrong,
    ...(hint && { 'aria-describedby': `${id}-hint` }),
    spellCheck: false,
    ...(purpose && { autoComplete: purpose }),
  }
  return (
    <div className="aid-field">
      <label htmlFor={id}>{label}</label>
      {type === 'lines' ? (
        <textarea {...shared} rows={3} onChange={({ target }) => onChange(target.value)} />
      ) : (
        <input {...shared} type={type} onChange={({ target }) => onChange(target.value)} />
      )}
      {hint && (
        <span id={`${id}-hint`} className="aid-hint">
          {hint}
        </span>
      )}
    </div>
  )
}
