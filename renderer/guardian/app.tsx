import './guardian.css'
import { useState } from 'react'
import type { StoreApi } from 'zustand/vanilla'
import type { GuardianView } from '../../app/contracts/guardian-page.ts'
import { LanguageProvider } from '../kit/language-provider.tsx'
import { Frame } from './frame.tsx'
import { languageOf } from './language-of.ts'
import type { GuardianClient } from './page-props.ts'
import { About } from './pages/about.tsx'
import { Staff } from './pages/staff.tsx'
import { PublicPage } from './public-page.tsx'
import { useView } from './use-view.ts'

/** Pages on which nobody is in the middle of something: « staff » and « about » are within reach. */
const withControls: GuardianView['page']['at'][] = ['welcome', 'choosing', 'charter', 'desk', 'outOfService']

export function App({ store, client }: { store: StoreApi<GuardianView>; client: GuardianClient }) {
  const view = useView(store)
  const staffShown = view.staff.is !== 'closed'
  return (
    <LanguageProvider language={languageOf(view)}>
      {staffShown ? (
        <Frame structure={view.structure}>
          <Staff view={view} staff={client.staff} />
        </Frame>
      ) : (
        <FrontOfHouse key={view.page.at} view={view} client={client} />
      )}
    </LanguageProvider>
  )
}

/** « About » lies over the page it was opened from, and goes when that page goes. */
function FrontOfHouse({ view, client }: { view: GuardianView; client: GuardianClient }) {
  const [aboutShown, showAbout] = useState(false)
  if (aboutShown) {
    return (
      <Frame structure={view.structure}>
        <About about={view.about} onBack={() => showAbout(false)} />
      </Frame>
    )
  }
  const controls = withControls.includes(view.page.at) && {
    onStaff: () => client.staff.open(undefined),
    onAbout: () => showAbout(true),
  }
  return (
    <Frame structure={view.structure} {...(controls && { controls })}>
      <PublicPage view={view} person={client.person} />
    </Frame>
  )
}
