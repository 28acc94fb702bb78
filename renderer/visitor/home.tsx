import './home.css'
import { useTranslation } from 'react-i18next'
import type { Tile as Service } from '../../app/contracts/visitor-page.ts'
import { Icon } from '../kit/icons.tsx'
import { useLanguage } from '../kit/language-provider.tsx'
import { PageHeading } from '../kit/page-heading.tsx'
import { Shore } from '../kit/shore.tsx'
import { Tile } from '../kit/tile.tsx'
import type { VisitorClient } from './client.ts'

/** The téléservices people come for, one tap away. */
export function Home({ tiles, client }: { tiles: readonly Service[]; client: VisitorClient }) {
  const { t } = useTranslation('visitor')
  const language = useLanguage()
  return (
    <main className="content home">
      <PageHeading>{t('home.title')}</PageHeading>
      <p className="home-privacy">
        <Icon name="lock" />
        {t('home.privacy')}
      </p>
      {tiles.length === 0 && <p>{t('home.empty')}</p>}
      <ul className="tiles" aria-label={t('home.services')}>
        {tiles.map(({ id, name, purpose, icon }) => (
          <li key={id}>
            <Tile
              icon={icon}
              title={name}
              text={purpose[language]}
              onPress={() => client.home.openService(id)}
            />
          </li>
        ))}
      </ul>
      <Shore />
    </main>
  )
}
