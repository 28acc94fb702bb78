import './app.css'
import { VisuallyHidden } from 'react-aria-components/VisuallyHidden'
import { useStore } from 'zustand'
import type { StoreApi } from 'zustand/vanilla'
import type { VisitorView } from '../../app/contracts/visitor-page.ts'
import { ComfortProvider } from '../kit/comfort-provider.tsx'
import { LanguageProvider } from '../kit/language-provider.tsx'
import { Aid } from './aids/aid.tsx'
import { Charter } from './charter.tsx'
import { Choice } from './choice.tsx'
import type { VisitorClient } from './client.ts'
import { Documents } from './documents.tsx'
import { Home } from './home.tsx'
import { PageDialog } from './page-dialog.tsx'
import { Print } from './print.tsx'
import { SessionBar } from './session-bar.tsx'
import { Stick } from './stick.tsx'
import { TouchKeyboard } from './touch-keyboard.tsx'
import { Trouble } from './trouble.tsx'
import { useTouchKeyboard } from './use-touch-keyboard.ts'

type Props = { store: StoreApi<VisitorView>; client: VisitorClient }

/** The whole window of a visitor: the session bar, under it what is not a page of the web, and a keyboard. */
export function App({ store, client }: Props) {
  const view = useStore(store)
  const keyboard = useTouchKeyboard(client)
  return (
    <LanguageProvider language={view.language}>
      <ComfortProvider comfort={view.comfort} colour={view.colour}>
        <SessionBar view={view} client={client} keyboard={keyboard} />
        <div id="content" className="under-bar">
          <Content view={view} client={client} />
        </div>
        {view.touchKeyboard && keyboard.isShown && <TouchKeyboard keyboard={keyboard} client={client} />}
      </ComfortProvider>
    </LanguageProvider>
  )
}

function Content({ view, client }: { view: VisitorView; client: VisitorClient }) {
  const aid = view.aids.find((one) => one === view.showing)
  if (aid === undefined) return <Place view={view} client={client} />
  return (
    <>
      <div className="aid-place" hidden={view.task !== null}>
        <Aid key={aid} aid={aid} view={view} client={client} />
      </div>
      {view.task !== null && <Task task={view.task} view={view} client={client} />}
    </>
  )
}

function Place({ view, client }: { view: VisitorView; client: VisitorClient }) {
  if (view.task !== null) return <Task task={view.task} view={view} client={client} />
  if (view.showing === 'home') return <Home tiles={view.tiles} aids={view.aids} client={client} />
  if (view.showing === 'documents') return <Documents view={view} client={client} />
  if (view.showing === 'charter') return <Charter help={view.help} rules={view.rules} />
  const tab = view.tabs.find(({ id }) => id === view.activeTab)
  if (tab?.trouble) {
    const { id, trouble, canReturn } = tab
    return <Trouble key={id} tab={id} trouble={trouble} canReturn={canReturn} client={client} />
  }
  if (tab?.dialog) {
    return <PageDialog key={tab.dialog.id} tab={tab.id} dialog={tab.dialog} client={client} />
  }
  // The browser draws the page here; what is heard of our own page says which one it is.
  return (
    <VisuallyHidden elementType="main">
      <h1>{tab?.title || tab?.host}</h1>
    </VisuallyHidden>
  )
}

type TaskProps = { task: NonNullable<VisitorView['task']>; view: VisitorView; client: VisitorClient }

function Task({ task, view, client }: TaskProps) {
  switch (task.is) {
    case 'choice':
      return <Choice choice={task} documents={view.documents} client={client} />
    case 'stick':
      return <Stick task={task} client={client} />
    case 'print':
      return <Print task={task} client={client} />
  }
}
