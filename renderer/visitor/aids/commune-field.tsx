import { useRef, useState } from 'react'
import { ComboBox } from 'react-aria-components/ComboBox'
import { Input } from 'react-aria-components/Input'
import { Label } from 'react-aria-components/Label'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { Popover } from 'react-aria-components/Popover'
import { Text } from 'react-aria-components/Text'
import { useTranslation } from 'react-i18next'
import { type Commune, communesLike } from '../../../app/orientation/commune.ts'

type Props = { communes: readonly Commune[]; onCommune: (commune: Commune | null) => void }

const mostOffered = 8
const nameOf = ({ name, postalCode }: Commune) => `${name} (${postalCode})`

/** The commune one is near to: by the beginning of its name or of its postal code. Emptied, it is anywhere. */
export function CommuneField({ communes, onCommune }: Props) {
  const { t } = useTranslation('orientation')
  const [typed, setTyped] = useState('')
  const field = useRef<HTMLDivElement>(null)
  const offered = communesLike(communes, typed.trim()).slice(0, mostOffered)
  const type = (text: string) => {
    setTyped(text)
    onCommune(communes.find((commune) => nameOf(commune) === text) ?? null)
  }
  const main = field.current?.closest('main')
  return (
    <ComboBox
      ref={field}
      className="aid-field"
      items={offered.map((commune) => ({ id: nameOf(commune) }))}
      inputValue={typed}
      onInputChange={type}
      menuTrigger="focus"
      allowsCustomValue
    >
      <Label>{t('near')}</Label>
      <Input placeholder={t('anywhere')} />
      <Text slot="description" className="aid-hint">
        {t('nearHint')}
      </Text>
      {/* Within what is between bar and keyboard. */}
      <Popover className="aid-offers" {...(main && { boundaryElement: main })}>
        <ListBox<{ id: string }>>
          {({ id }) => (
            <ListBoxItem id={id} textValue={id} className="aid-offer">
              {id}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  )
}
