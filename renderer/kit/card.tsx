import './card.css'
import type { ReactNode } from 'react'
import { Icon, type IconName } from './icons.tsx'

type Props = { title: string; level?: 2 | 3; icon?: IconName; children: ReactNode }

/** Something of its own on a page, under its own heading. */
export function Card({ title, level = 2, icon, children }: Props) {
  const Heading = `h${level}` as const
  return (
    <section className="card">
      <Heading className="card-title">
        {icon && <Icon name={icon} />}
        <bdi>{title}</bdi>
      </Heading>
      {children}
    </section>
  )
}
