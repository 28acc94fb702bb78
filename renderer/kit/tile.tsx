import './tile.css'
import { Button as Pressable } from 'react-aria-components/Button'
import { Icon, type IconName } from './icons.tsx'

type Props = {
  icon: IconName
  title: string
  text: string
  /** Of the text, where it is not the page's. */
  lang?: string
  onPress: () => void
}

/** A large choice with a picture; its accessible name is its title, then its text. */
export function Tile({ icon, title, text, lang, onPress }: Props) {
  return (
    <Pressable className="tile" onPress={onPress}>
      <span className="tile-icon">
        <Icon name={icon} />
      </span>
      <span className="tile-words">
        <span className="tile-title">
          <bdi>{title}</bdi>
        </span>
        <span className="tile-text" lang={lang}>
          <bdi>{text}</bdi>
        </span>
      </span>
    </Pressable>
  )
}
