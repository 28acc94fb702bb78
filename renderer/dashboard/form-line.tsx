import type { FormEvent, ReactNode } from 'react'
import { RequiredNote } from './field.tsx'

type Props = { onSubmit: (event: FormEvent) => void; children: ReactNode }

/** Fields side by side where there is room, and what sends them. */
export function FormLine({ onSubmit, children }: Props) {
  return (
    <form className="form-line" onSubmit={onSubmit}>
      <RequiredNote />
      {children}
    </form>
  )
}
