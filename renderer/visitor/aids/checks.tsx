import { Check } from './check.tsx'

type Props<Value extends string> = {
  legend: string
  options: readonly { value: Value; name: string }[]
  chosen: readonly Value[]
  onChoose: (chosen: Value[]) => void
}

/** Any number of a few. */
export function Checks<Value extends string>({ legend, options, chosen, onChoose }: Props<Value>) {
  const toggle = (value: Value, checked: boolean) =>
    onChoose(checked ? [...chosen, value] : chosen.filter((one) => one !== value))
  return (
    <fieldset className="aid-group">
      <legend>{legend}</legend>
      <div className="aid-checks">
        {options.map(({ value, name }) => (
          <Check
            key={value}
            label={name}
            checked={chosen.includes(value)}
            onChange={(checked) => toggle(value, checked)}
          />
        ))}
      </div>
    </fieldset>
  )
}
