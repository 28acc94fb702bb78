import './frame.css'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Account } from '../../app/contracts/coordinator-accounts.ts'
import { coordinatorApi } from '../../app/contracts/coordinator-api.ts'
import { Button } from '../kit/button.tsx'
import { SkipLink } from '../kit/skip-link.tsx'
import { ask } from './client.ts'
import { LanguageChoice } from './language-choice.tsx'
import { go } from './place.ts'
import type { Page } from './role-pages.ts'
import { session } from './session.ts'

type Props = { account: Account; page: Page; pages: readonly Page[]; children: ReactNode }

/** Around every page once signed in: where one can go, who one is. */
export function Frame({ account, page, pages, children }: Props) {
  const { t } = useTranslation('dashboard')
  const signOut = async () => {
    await ask(coordinatorApi.me.signOut, {}).catch(() => {})
    // The next one to sign in here begins at the beginning.
    go('')
    session.setState({ is: 'out' }, true)
  }
  return (
    <div className="desk">
      <header className="desk-header">
        <SkipLink />
        <p className="desk-name">Estran</p>
        <nav aria-label={t('frame.pages')}>
          <ul>
            {pages.map((one) => (
              <li key={one}>
                <a
                  href={`/${one}`}
                  aria-current={one === page ? 'page' : undefined}
                  onClick={(event) => {
                    if (event.ctrlKey || event.metaKey || event.shiftKey) return
                    event.preventDefault()
                    go(one)
                  }}
                >
                  {t(`pages.${one}`)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <div className="desk-account">
          <span>{account.name}</span>
          <LanguageChoice />
          <Button look="quiet" onPress={signOut}>
            {t('frame.signOut')}
          </Button>
        </div>
      </header>
      <main id="content" className="desk-main" tabIndex={-1}>
        {children}
      </main>
    </div>
  )
}
