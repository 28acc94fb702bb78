import './welcome.css'
import { useTranslation } from 'react-i18next'
import { Button } from '../../kit/button.tsx'
import { Icon } from '../../kit/icons.tsx'
import { instances } from '../../kit/languages.ts'
import { PageHeading } from '../../kit/page-heading.tsx'
import type { PageProps } from '../page-props.ts'
import { usePainted } from '../use-painted.ts'

/** The first page: one choice. Each language speaks for itself. */
export function Welcome({
  view,
  person,
  onPainted,
}: PageProps<'welcome'> & {
  /** Told once the page is on the screen. */
  onPainted: () => void
}) {
  const { t } = useTranslation('guardian')
  usePainted(onPainted)
  const choices = view.languages.map((language) => ({
    language,
    in: instances[language].getFixedT(language, 'guardian'),
  }))
  // Easy-to-read French welcomes as French does: once is enough.
  const greetings = choices.filter((choice) => choice.in('welcome.title') !== t('welcome.title'))
  return (
    <div className="page page-wide welcome">
      {view.about.isTestBuild && <p className="welcome-test-build">{t('welcome.testBuild')}</p>}
      <div className="welcome-greetings">
        <PageHeading>{t('welcome.title')}</PageHeading>
        {greetings.map((choice) => (
          <p key={choice.language} lang={choice.language}>
            {choice.in('welcome.title')}
          </p>
        ))}
      </div>
      <div className="welcome-text">
        <p className="page-lead">{t('welcome.text')}</p>
        <p className="welcome-privacy">
          <Icon name="lock" />
          {t('welcome.privacy')}
        </p>
      </div>
      <ul className="welcome-choices" aria-label={t('welcome.languages')}>
        {choices.map((choice) => (
          <li key={choice.language} lang={choice.language}>
            <Button look="primary" size="large" onPress={() => person.chooseLanguage(choice.language)}>
              {choice.in('welcome.start')}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  )
}
