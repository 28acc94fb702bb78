import './tile.css'
import { useId } from 'react'
import { Button as Pressable } from 'react-aria-components/Button'
import { Icon, type IconName } from './icons.tsx'

type Props = { icon: IconName; title: string; text: string; onPress: () => void }

/** A large choice with a picture. Its accessible name is the title alone; the text describes it. */
export function Tile({ icon, title, text, onPress }: Props) {
  const id = useId()
  return (
    <Pressable
      className="tile"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-text`}
      onPress={onPress}
    >
      <span className="tile-icon">
        <Icon name={icon} />
      </span>
      <span className="tile-words">
        <span className="tile-title" id={`${id}-title`}>
          {title}
        </span>
        <span className="tile-text" id={`${id}-text`}>
          {text}
        </span>
      </span>
    </Pressable>
  )
}
