import type { GuardianView } from '../../app/contracts/guardian-page.ts'
import { assertNever } from '../../app/lib/assert-never.ts'
import type { GuardianClient } from './page-props.ts'
import { Agreement } from './pages/agreement.tsx'
import { Charter } from './pages/charter.tsx'
import { Choosing } from './pages/choosing.tsx'
import { Desk } from './pages/desk.tsx'
import { Ending } from './pages/ending.tsx'
import { Moment } from './pages/moment.tsx'
import { Notice } from './pages/notice.tsx'
import { OutOfService } from './pages/out-of-service.tsx'
import { Receipt } from './pages/receipt.tsx'
import { Welcome } from './pages/welcome.tsx'

/** One page a state. */
export function PublicPage({ view, client }: { view: GuardianView; client: GuardianClient }) {
  const { person } = client
  const { page } = view
  switch (page.at) {
    case 'recovering':
    case 'opening':
    case 'stopped':
      return <Moment at={page.at} />
    case 'welcome':
      return (
        <Welcome view={view} page={page} person={person} onPainted={() => client.view.painted('welcome')} />
      )
    case 'choosing':
      return <Choosing view={view} page={page} person={person} />
    case 'charter':
      return <Charter view={view} page={page} person={person} />
    case 'agreement':
      return <Agreement view={view} page={page} person={person} />
    case 'desk':
      return <Desk view={view} page={page} person={person} />
    case 'active':
      return <Notice key={page.notice ?? page.message} view={view} page={page} person={person} />
    case 'ending':
      return <Ending view={view} page={page} person={person} />
    case 'receipt':
      return <Receipt view={view} page={page} person={person} />
    case 'outOfService':
      return <OutOfService view={view} />
    default:
      return assertNever(page)
  }
}
