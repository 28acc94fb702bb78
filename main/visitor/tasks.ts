import type { Handlers } from '../../app/contracts/contract.ts'
import type { ToVisitor } from '../../app/contracts/visitor-link.ts'
import type { Task, taskCalls } from '../../app/contracts/visitor-tasks.ts'
import type { Choice } from './choice.ts'
import type { Printing } from './printing.ts'
import type { Shelf } from './shelf.ts'
import type { Sticks } from './sticks.ts'
import type { Tabs } from './tabs.ts'

type Parts = { choice: Choice; sticks: Sticks; printing: Printing; tabs: Tabs; shelf: Shelf }

/** What the person does in place of looking at a page. The last one begun is shown; it returns to the one before. */
export type Tasks = {
  readonly shown: Task | null
  /** The person goes elsewhere. */
  leave(): void
  hear(message: Extract<ToVisitor, { type: Told }>): void
  calls: Handlers<typeof taskCalls>
}

type Told = 'sticks' | 'stickFolder' | 'copyProgress' | 'stickDone' | 'printTold'

export function keepTasks({ choice, sticks, printing, tabs, shelf }: Parts): Tasks {
  const leave = () => {
    sticks.leave()
    printing.leave()
    choice.cancel()
  }
  return {
    get shown() {
      return sticks.view ?? printing.view ?? choice.view
    },
    leave,
    hear: (message) => (message.type === 'printTold' ? printing.hear(message) : sticks.hear(message)),
    calls: {
      choice: {
        toggle: (id) => choice.toggle(id),
        give: () => choice.give(),
        cancel: () => choice.cancel(),
      },
      stick: {
        browse: () => sticks.browse(),
        copy: (id) => sticks.copy(id),
        choose: (id) => sticks.choose(id),
        enter: (name) => sticks.enter(name),
        up: () => sticks.up(),
        stop: () => sticks.stop(),
        release: () => sticks.release(),
        leave: () => sticks.leave(),
      },
      print: {
        page: () => {
          if (tabs.showing === 'page' && tabs.active !== null) void printing.ask(tabs.active)
        },
        document: (id) => {
          const document = shelf.get(id)
          if (document === undefined || document.kind === 'other' || document.state !== 'complete') return
          // What is printed is what is seen: the viewer counts its pages, and draws an image.
          const tab = tabs.openDocument(document)
          if (tab !== null) void printing.ask(tab)
        },
        start: (wish) => printing.start(wish),
        cancel: () => printing.cancel(),
        leave: () => printing.leave(),
      },
    },
  }
}
