import type { WebContents } from 'electron'
import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import type { Contract, Handlers } from '../../../app/contracts/contract.ts'
import { guardianPageContract } from '../../../app/contracts/guardian-page.ts'
import { visitorPageContract } from '../../../app/contracts/visitor-page.ts'
import { servePage } from '../../../main/lib/serve-page.ts'

vi.mock('electron', () => ({ protocol: {} }))

type Answer = (event: unknown, ...call: unknown[]) => Promise<unknown>
type Handled = { group: string; name: string; params: unknown }

const ownAddress = 'estran://pages/guardian/index.html'

/** A page of ours under a real contract, whose handlers only note what reached them. */
function served(contract: Contract) {
  const handled: Handled[] = []
  const handlers = Object.fromEntries(
    Object.entries(contract).map(([group, calls]) => [
      group,
      Object.fromEntries(
        Object.keys(calls).map((name) => [
          name,
          (params: unknown) => void handled.push({ group, name, params }),
        ]),
      ),
    ]),
  ) as Handlers<Contract>
  let answer: Answer = async () => undefined
  const mainFrame = { url: ownAddress }
  const handle = (_channel: string, handler: Answer) => {
    answer = handler
  }
  const contents = { mainFrame, ipc: { handle } }
  servePage(contents as unknown as WebContents, contract, handlers)
  const call = (frame: unknown, ...what: unknown[]) => answer({ senderFrame: frame }, ...what)
  return { call, handled, mainFrame }
}

const ofPrototypes = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'prototype', 'valueOf']
const secret = 'mot-de-passe-de-quelqu-un'

/** Names and payloads: those of the contract, what objects inherit, and anything at all. */
function hostileCalls(contract: Contract) {
  const known = Object.entries(contract).flatMap(([group, calls]) =>
    Object.keys(calls).map((name): [unknown, unknown] => [group, name]),
  )
  const groups = known.map(([group]) => group)
  const names = known.map(([, name]) => name)
  const word = (words: unknown[]) =>
    fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...words) },
      fc.constantFrom(...ofPrototypes),
      fc.anything(),
    )
  const payload = fc.oneof(
    fc.constantFrom(
      undefined,
      'in',
      'fr',
      'alone',
      'endSession',
      '271828',
      '../../etc/passwd',
      '',
      60,
      -1,
      1e9,
      null,
    ),
    fc.string({ maxLength: 2000 }),
    fc.record({ id: fc.anything(), secret: fc.constant(secret) }, { requiredKeys: ['secret'] }),
    fc.anything({ withNullPrototype: true, withBigInt: true, withMap: true, withSparseArray: true }),
  )
  const called = fc.oneof(fc.constantFrom(...known), fc.tuple(word(groups), word(names)))
  return fc.tuple(called, payload).map(([[group, name], params]) => [group, name, params] as const)
}

/** What the contract says of a call, read off it a second time. */
function isInContract(contract: Contract, group: unknown, name: unknown, params: unknown): boolean {
  const own = Object.entries(contract).find(([key]) => key === group)?.[1]
  const call = Object.entries(own ?? {}).find(([key]) => key === name)?.[1]
  return call?.params.safeParse(params).success ?? false
}

describe.each([
  ['the guardian', guardianPageContract as Contract],
  ['a visitor', visitorPageContract as Contract],
])('calls to %s', (_side, contract) => {
  test('reach a handler only as the contract says, whatever they are, and break nothing', async () => {
    let reached = 0
    let refused = 0
    await fc.assert(
      fc.asyncProperty(hostileCalls(contract), async ([group, name, params]) => {
        const { call, handled, mainFrame } = served(contract)
        const outcome = await call(mainFrame, group, name, params).catch((error: unknown) => error)
        expect(handled.length).toBe(isInContract(contract, group, name, params) ? 1 : 0)
        for (const one of handled) {
          expect([one.group, one.name]).toEqual([group, name])
          expect(isInContract(contract, one.group, one.name, one.params)).toBe(true)
        }
        if (outcome instanceof Error) expect(outcome.message).not.toContain(secret)
        if (handled.length === 1) reached += 1
        else {
          expect(outcome).toBeInstanceOf(Error)
          refused += 1
        }
      }),
      { numRuns: 5000 },
    )
    expect(Math.min(reached, refused), 'positive control: some are right, some are not').toBeGreaterThan(10)
  })

  test('are not even read when they come from another frame', async () => {
    const frame = fc.oneof(
      fc.constantFrom(null, undefined, {}, { url: ownAddress }, { url: 'https://caf.fr/' }),
      fc.record({ url: fc.webUrl() }),
    )
    await fc.assert(
      fc.asyncProperty(hostileCalls(contract), frame, async ([group, name, params], from) => {
        const { call, handled } = served(contract)
        await expect(call(from, group, name, params)).rejects.toThrow(/frame|undefined/)
        expect(handled).toEqual([])
      }),
      { numRuns: 1000 },
    )
  })
})
