import './button.css'
import type { RefAttributes } from 'react'
import { type ButtonProps, Button as Pressable } from 'react-aria-components/Button'
import { Icon, type IconName } from './icons.tsx'

type Props = Omit<ButtonProps, 'className' | 'children' | 'style'> &
  RefAttributes<HTMLButtonElement> & {
    children: string
    /** One `primary` a page. `quiet` is for what few people need. */
    look?: 'primary' | 'secondary' | 'quiet' | 'danger'
    size?: 'usual' | 'large'
    icon?: IconName
    /** The text is heard, not seen. */
    iconOnly?: boolean
  }

export function Button({ children, look = 'secondary', size = 'usual', icon, iconOnly, ...rest }: Props) {
  const named = iconOnly ? { 'aria-label': children } : {}
  return (
    <Pressable {...rest} {...named} className={`button button-${look} button-${size}`}>
      {icon && <Icon name={icon} />}
      {!iconOnly && <span>{children}</span>}
    </Pressable>
  )
}
