import './dashboard.css'
import './form.css'
import { useEffect } from 'react'
import { useStore } from 'zustand'
import { coordinatorApi } from '../../app/contracts/coordinator-api.ts'
import type { Language } from '../../app/session/visit.ts'
import { LanguageProvider } from '../kit/language-provider.tsx'
import { ask } from './client.ts'
import { Door } from './door.tsx'
import { Frame } from './frame.tsx'
import { Accounts } from './pages/accounts.tsx'
import { Audit } from './pages/audit.tsx'
import { Figures } from './pages/figures.tsx'
import { MyAccount } from './pages/my-account.tsx'
import { Pairing } from './pages/pairing.tsx'
import { Posts } from './pages/posts.tsx'
import { Sites } from './pages/sites.tsx'
import { usePlace } from './place.ts'
import { type Page, pagesOf } from './role-pages.ts'
import { session } from './session.ts'

const pageOf: Record<Page, () => React.ReactNode> = {
  posts: Posts,
  figures: Figures,
  sites: Sites,
  pairing: Pairing,
  accounts: Accounts,
  audit: Audit,
  me: MyAccount,
}

export function App() {
  const { page, filters } = usePlace()
  const now = useStore(session)
  useEffect(() => {
    ask(coordinatorApi.me.get, {}).then(
      (me) => session.setState({ is: 'in', me }, true),
      () => session.setState({ is: 'out' }, true),
    )
  }, [])
  return (
    <LanguageProvider language={languageOf(filters.get('lang'))}>
      {now.is === 'in' ? <SignedIn page={page} key={now.me.account.id} /> : now.is === 'out' && <Door />}
    </LanguageProvider>
  )
}

function SignedIn({ page }: { page: string }) {
  const now = useStore(session)
  if (now.is !== 'in') return null
  const mine = pagesOf[now.me.account.role]
  const shown = mine.find((one) => one === page) ?? mine[0] ?? 'me'
  const Shown = pageOf[shown]
  return (
    <Frame account={now.me.account} page={shown} pages={mine}>
      <Shown />
    </Frame>
  )
}

/** As the address says, else as the browser does. */
function languageOf(asked: string | null): Language {
  return (asked ?? navigator.language).startsWith('en') ? 'en' : 'fr'
}
