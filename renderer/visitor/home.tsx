import './home.css'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { Aid } from '../../app/contracts/visitor-aids.ts'
import type { Tile as Service } from '../../app/contracts/visitor-page.ts'
import { textIn } from '../../app/session/local-text.ts'
import { Icon, type IconName } from '../kit/icons.tsx'
import { useLanguage } from '../kit/language-provider.tsx'
import { PageHeading } from '../kit/page-heading.tsx'
import { Shore } from '../kit/shore.tsx'
import { Tile } from '../kit/tile.tsx'
import type { VisitorClient } from './client.ts'

type Props = { tiles: readonly Service[]; aids: readonly Aid[]; client: VisitorClient }

type Open = (service: string) => void

/** The téléservices people come for, one tap away: those most asked for, then all others by what they are about. */
export function Home({ tiles, aids, client }: Props) {
  const { t } = useTranslation('visitor')
  const open: Open = (service) => void client.home.openService(service)
  const frequent = tiles.filter((tile) => tile.frequent)
  const others = tiles.filter((tile) => !tile.frequent)
  const categories = [...new Set(others.map(({ category }) => category))]
  return (
    <main className="content home">
      <PageHeading>{t('home.title')}</PageHeading>
      <p className="home-privacy">
        <Icon name="lock" />
        {t('home.privacy')}
      </p>
      {tiles.length === 0 && <p>{t('home.empty')}</p>}
      {frequent.length > 0 && <Group title={t('home.frequent')} services={frequent} open={open} />}
      {categories.map((category) => (
        <Group
          key={category}
          title={t(`home.category.${category}`)}
          services={others.filter((tile) => tile.category === category)}
          open={open}
        />
      ))}
      {aids.length > 0 && <Aids aids={aids} show={(aid) => void client.aid.show(aid)} />}
      <Shore />
    </main>
  )
}

function Group({ title, services, open }: { title: string; services: readonly Service[]; open: Open }) {
  const heading = useId()
  const language = useLanguage()
  return (
    <section className="home-group">
      <h2 id={heading}>{title}</h2>
      <ul className="tiles" aria-labelledby={heading}>
        {services.map(({ id, name, purpose, icon }) => (
          <li key={id}>
            <Tile icon={icon} title={name} {...textIn(purpose, language)} onPress={() => open(id)} />
          </li>
        ))}
      </ul>
    </section>
  )
}

const icons: Record<Aid, IconName> = {
  orientation: 'compass',
  autonomy: 'star',
  memoryAid: 'key',
  agenda: 'calendar',
  mandate: 'pencil',
}

/** Our own pages: to find somebody, to learn, to remember. */
function Aids({ aids, show }: { aids: readonly Aid[]; show: (aid: Aid) => void }) {
  const { t } = useTranslation('visitor')
  const heading = useId()
  return (
    <section className="home-group">
      <h2 id={heading}>{t('home.aids.title')}</h2>
      <ul className="tiles" aria-labelledby={heading}>
        {aids.map((aid) => (
          <li key={aid}>
            <Tile
              icon={icons[aid]}
              title={t(`home.aids.${aid}.title`)}
              text={t(`home.aids.${aid}.text`)}
              onPress={() => show(aid)}
            />
          </li>
        ))}
      </ul>
    </section>
  )
}
