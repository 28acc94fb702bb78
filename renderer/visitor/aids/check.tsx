type Props = { label: string; checked: boolean; onChange: (checked: boolean) => void }

/** One box to tick, as large as what it says. */
export function Check({ label, checked, onChange }: Props) {
  return (
    <label className="aid-check">
      <input type="checkbox" checked={checked} onChange={({ target }) => onChange(target.checked)} />
      <span>{label}</span>
    </label>
  )
}
