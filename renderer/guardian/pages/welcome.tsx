import './welcome.css'
import { useTranslation } from 'react-i18next'
import { Button } from '../../kit/button.tsx'
import { Icon } from '../../kit/icons.tsx'
import { instances } from '../../kit/languages.ts'
import { PageHeading } from '../../kit/page-heading.tsx'
import type { PageProps } from '../page-props.ts'

/** The first page: one choice. Each language speaks for itself. */
export function Welcome({ view, person }: PageProps<'welcome'>) {
  const { t } = useTranslation('guardian')
  const choices = view.languages.map((language) => ({
    language,
    in: instances[language].getFixedT(language, 'guardian'),
  }))
  return (
    <div className="page page-wide welcome">
      <div>
        <PageHeading>{t('welcome.title')}</PageHeading>
        {choices.slice(1).map((choice) => (
          <p className="welcome-other" key={choice.language} lang={choice.language}>
            {choice.in('welcome.title')}
          </p>
        ))}
      </div>
      <p className="page-lead">{t('welcome.text')}</p>
      <ul className="columns" aria-label={t('welcome.languages')}>
        {choices.map((choice) => (
          <li className="welcome-choice" key={choice.language} lang={choice.language}>
            <Button look="primary" size="large" onPress={() => person.chooseLanguage(choice.language)}>
              {choice.in('welcome.start')}
            </Button>
            <p className="welcome-privacy">
              <Icon name="lock" />
              {choice.in('welcome.privacy')}
            </p>
          </li>
        ))}
      </ul>
    </div>
  )
}
