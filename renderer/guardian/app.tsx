import './guardian.css'
import { useState } from 'react'
import type { StoreApi } from 'zustand/vanilla'
import type { GuardianView } from '../../app/contracts/guardian-page.ts'
import { ComfortProvider } from '../kit/comfort-provider.tsx'
import { LanguageProvider } from '../kit/language-provider.tsx'
import type { ReadingChoices } from '../kit/reading-panel.tsx'
import { Frame } from './frame.tsx'
import { firstLanguageOf, languageOf } from './language-of.ts'
import type { GuardianClient } from './page-props.ts'
import { About } from './pages/about.tsx'
import { Staff } from './pages/staff.tsx'
import { PublicPage } from './public-page.tsx'
import { StillThere } from './still-there.tsx'
import { useView } from './use-view.ts'

/** Pages on which nobody is in the middle of something: « staff » and « about » are within reach. */
const withControls: GuardianView['page']['at'][] = [
  ...(['welcome', 'choosing', 'charter', 'agreement', 'desk', 'outOfService'] as const),
]

type Props = { view: GuardianView; client: GuardianClient }

export function App({ store, client }: { store: StoreApi<GuardianView>; client: GuardianClient }) {
  const view = useView(store)
  return (
    <ComfortProvider comfort={view.comfort} colour={view.brand.colour}>
      {view.staff.is === 'closed' ? (
        <LanguageProvider language={languageOf(view)}>
          <FrontOfHouse key={view.page.at} view={view} client={client} />
        </LanguageProvider>
      ) : (
        <BackOffice view={view} client={client} />
      )}
    </ComfortProvider>
  )
}

/** Staff read in the structure's first language, whoever is at the post; what they choose instead goes with the page. */
function BackOffice({ view, client }: Props) {
  const [language, setLanguage] = useState(firstLanguageOf(view))
  const frame = frameOf(view, client)
  return (
    <LanguageProvider language={language}>
      <Frame {...frame} reading={{ ...frame.reading, languages: view.languages, onLanguage: setLanguage }}>
        <Staff view={view} staff={client.staff} />
      </Frame>
    </LanguageProvider>
  )
}

/** « About » lies over the page it was opened from, and goes when that page goes. */
function FrontOfHouse({ view, client }: Props) {
  const [aboutShown, showAbout] = useState(false)
  const frame = frameOf(view, client)
  if (aboutShown) {
    return (
      <Frame {...frame}>
        <About about={view.about} onBack={() => showAbout(false)} />
      </Frame>
    )
  }
  const controls = withControls.includes(view.page.at) && {
    onStaff: () => client.staff.open(undefined),
    onAbout: () => showAbout(true),
  }
  return (
    <Frame {...frame} {...(controls && { controls })}>
      <PublicPage view={view} client={client} />
      {view.leavesInSeconds !== null && (
        <StillThere
          secondsLeft={view.leavesInSeconds}
          view={view}
          onStay={() => void client.person.stay(undefined)}
        />
      )}
    </Frame>
  )
}

function frameOf(view: GuardianView, client: GuardianClient) {
  return {
    structure: view.structure,
    logo: view.brand.logo,
    reading: readingOf(view, client),
    aloud: { speech: client.speech, spoken: view.spoken, ...aloudOf(view) },
  }
}

/** A warning is said to whoever looks elsewhere. */
function aloudOf({ page, staff }: GuardianView) {
  const notice = page.at === 'active' ? page.notice : null
  const isWarning = notice !== null && notice !== 'end' && staff.is === 'closed'
  return { page: `${page.at} ${notice}`, atOnce: isWarning }
}

/** At welcome a language is chosen by beginning in it. */
function readingOf({ page, languages, comfort }: GuardianView, { person }: GuardianClient): ReadingChoices {
  const isChosen = 'visit' in page || 'language' in page
  return {
    languages: isChosen ? languages : [],
    comfort,
    onLanguage: person.chooseLanguage,
    onComfort: person.setComfort,
  }
}
