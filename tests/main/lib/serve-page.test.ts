import type { WebContents } from 'electron'
import { describe, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { pushView, servePage } from '../../../main/lib/serve-page.ts'

vi.mock('electron', () => ({ protocol: {} }))

const contract = {
  person: {
    greet: { params: z.string().max(5), result: z.object({ greeting: z.string() }) },
    break: { params: z.undefined(), result: z.number() },
  },
}

type Answer = (event: unknown, group: unknown, name: unknown, params: unknown) => Promise<unknown>

/** A page of ours whose calls a test makes, from whatever frame it likes. */
function servedPage() {
  const mainFrame = { url: 'estran://pages/guardian/index.html' }
  let answer: Answer = async () => undefined
  const contents = {
    mainFrame,
    ipc: {
      handle: (_channel: string, handler: Answer) => {
        answer = handler
      },
    },
  }
  servePage(contents as unknown as WebContents, contract, {
    person: {
      greet: (name) => ({ greeting: `Bonjour ${name}`, secret: 1 }),
      break: () => 'no number' as unknown as number,
    },
  })
  const call = (group: unknown, name: unknown, params?: unknown, frame: unknown = mainFrame) =>
    answer({ senderFrame: frame }, group, name, params)
  return { call, mainFrame }
}

describe('a call of one of our pages', () => {
  test('is answered with what the contract holds, and no more', async () => {
    expect(await servedPage().call('person', 'greet', 'Lou')).toEqual({ greeting: 'Bonjour Lou' })
  })

  test('is refused when it is not in the contract', async () => {
    const { call } = servedPage()
    for (const [group, name] of [
      ['person', 'delete'],
      ['person', 'toString'],
      ['__proto__', 'toString'],
      ['constructor', 'name'],
      [undefined, undefined],
      [{ toString: () => 'person' }, 'greet'],
    ]) {
      await expect(call(group, name, 'Lou')).rejects.toThrow('There is no such call.')
    }
  })

  test('is refused with the wrong payload, which is not repeated', async () => {
    const refusal = servedPage().call('person', 'greet', 'far too long')
    await expect(refusal).rejects.toThrow(/^person\.greet: the call is not as the contract says$/)
  })

  test('fails when our own answer is not as the contract says', async () => {
    await expect(servedPage().call('person', 'break')).rejects.toThrow()
  })

  test('is refused from a frame inside the page, from another page, or from none', async () => {
    const { call, mainFrame } = servedPage()
    const inside = { url: mainFrame.url }
    for (const frame of [inside, null]) {
      await expect(call('person', 'greet', 'Lou', frame)).rejects.toThrow('may not call')
    }
    mainFrame.url = 'https://estran.example/pages/'
    await expect(call('person', 'greet', 'Lou', mainFrame)).rejects.toThrow('may not call')
  })
})

test('a page that is gone is told nothing', () => {
  const told: unknown[] = []
  const contents = (isDestroyed: boolean) =>
    ({
      isDestroyed: () => isDestroyed,
      send: (...what: unknown[]) => told.push(what),
    }) as unknown as WebContents
  pushView(contents(true), { at: 'welcome' })
  pushView(contents(false), { at: 'welcome' })
  expect(told).toEqual([['estran:view', { at: 'welcome' }]])
})
