import { EventEmitter } from 'node:events'
import type { WebContents } from 'electron'
import { expect, test } from 'vitest'
import { PageDialogs } from '../../../main/visitor/page-dialogs.ts'

/** A page that asks, and what it was answered. */
function pageThatAsks() {
  const page = new EventEmitter()
  const desktop: string[] = []
  // Electron's own answer: a window of the desktop.
  page.on('-run-dialog', () => desktop.push('window'))
  let changes = 0
  const dialogs = new PageDialogs(
    page as WebContents,
    () => 'attestation.pdf',
    () => {
      changes += 1
    },
  )
  const answers: boolean[] = []
  const ask = (messageText: string, url = 'https://exemple.test/page') =>
    page.emit('-run-dialog', { frame: { url }, dialogType: 'confirm', messageText }, (yes: boolean) =>
      answers.push(yes),
    )
  const answer = (accepted: boolean, silence = false) =>
    dialogs.answer({ tab: '1', dialog: dialogs.current?.id ?? 0, accepted, silence })
  return { page, dialogs, desktop, answers, ask, answer, changes: () => changes }
}

test('what a page asks is shown with its host, and answered once', () => {
  const { dialogs, desktop, answers, ask, answer, changes } = pageThatAsks()
  ask('Supprimer ?')
  expect(dialogs.current).toMatchObject({ kind: 'confirm', host: 'exemple.test', text: 'Supprimer ?' })
  expect(changes()).toBe(1)
  answer(true)
  answer(true)
  expect(answers).toEqual([true])
  expect(dialogs.current).toBeNull()
  expect(desktop, 'no window of the desktop').toEqual([])
})

test('a document that asks is named, and a text without end is cut', () => {
  const { dialogs, ask } = pageThatAsks()
  ask('a'.repeat(100_000), 'chrome-extension://viewer/')
  expect(dialogs.current?.host).toBe('attestation.pdf')
  expect(dialogs.current?.text).toHaveLength(2000)
})

test('from the third on a page can be silenced, until it is left', () => {
  const { page, dialogs, answers, ask, answer } = pageThatAsks()
  for (const offered of [false, false, true]) {
    ask('Encore ?')
    expect(dialogs.current?.maySilence).toBe(offered)
    answer(true, offered)
  }
  ask('Encore ?')
  expect(dialogs.current).toBeNull()
  expect(answers).toEqual([true, true, true, false])
  page.emit('did-navigate')
  ask('Encore ?')
  expect(dialogs.current).not.toBeNull()
})

test('a page that is left asks nothing more', () => {
  const { page, dialogs, ask } = pageThatAsks()
  ask('Rester ?')
  page.emit('-cancel-dialogs')
  expect(dialogs.current).toBeNull()
})

test('at the end of a session every question is answered yes', () => {
  const { dialogs, answers, ask } = pageThatAsks()
  ask('Supprimer ?')
  dialogs.acceptAll()
  ask('Se déconnecter ?')
  expect(answers).toEqual([true, true])
  expect(dialogs.current).toBeNull()
})
