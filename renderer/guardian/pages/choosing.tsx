import './choosing.css'
import { useTranslation } from 'react-i18next'
import { type Help, helpKinds } from '../../../app/session/visit.ts'
import { Button } from '../../kit/button.tsx'
import type { IconName } from '../../kit/icons.tsx'
import { PageHeading } from '../../kit/page-heading.tsx'
import { Tile } from '../../kit/tile.tsx'
import type { PageProps } from '../page-props.ts'

const icons: Record<Help, IconName> = {
  alone: 'person',
  orientation: 'compass',
  assistance: 'helper',
  facilitation: 'pencil',
  training: 'school',
}

/** The kind of help, in one tap (L4). It is counted, and decides whether the helper's rules are shown. */
export function Choosing({ person }: PageProps<'choosing'>) {
  const { t } = useTranslation('guardian')
  return (
    <div className="page page-wide">
      <PageHeading>{t('choosing.title')}</PageHeading>
      <p className="page-lead">{t('choosing.text')}</p>
      <ul className="choices">
        {helpKinds.map((help) => (
          <li key={help}>
            <Tile
              icon={icons[help]}
              title={t(`help.${help}.title`)}
              text={t(`help.${help}.text`)}
              onPress={() => person.chooseHelp(help)}
            />
          </li>
        ))}
      </ul>
      <Button look="quiet" icon="back" onPress={() => person.leave(undefined)}>
        {t('back')}
      </Button>
    </div>
  )
}
