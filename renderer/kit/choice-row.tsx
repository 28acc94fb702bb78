import './choice-row.css'
import { Label } from 'react-aria-components/Label'
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup'

type Props<Value extends string> = {
  label: string
  value: Value
  options: readonly { value: Value; name: string; lang?: string }[]
  onChoose: (value: Value) => void
}

/** One of a few, all in sight: a row of buttons under its name, one of them pressed. */
export function ChoiceRow<Value extends string>({ label, value, options, onChoose }: Props<Value>) {
  return (
    <RadioGroup
      className="choice-row"
      value={value}
      onChange={(chosen) => onChoose(chosen as Value)}
      orientation="horizontal"
    >
      <Label className="choice-label">{label}</Label>
      <div className="choice-options">
        {options.map((option) => (
          <Radio className="choice" key={option.value} value={option.value}>
            <span {...(option.lang && { lang: option.lang })}>{option.name}</span>
          </Radio>
        ))}
      </div>
    </RadioGroup>
  )
}
