import type { Page } from '@playwright/test'
import type { VisitorView } from '../../app/contracts/visitor-page.ts'
import { policySchema } from '../../app/policy/policy.ts'
import { usualComfort } from '../../app/session/comfort.ts'
import { testPolicy } from '../e2e/policy.ts'
import { bareElectron } from './contenders.ts'
import type { Ground } from './ground.ts'
import { startProgram } from './program.ts'

/** A bare Electron window that is open, and stays so. */
export type BareWindow = { page: Page; close(): Promise<void> }

/** Opens it. The home page of a session finds there what it shows in a session. */
export async function openBareWindow({ sites, profile }: Ground): Promise<BareWindow> {
  const program = startProgram(bareElectron(profile('bare-window')))
  const page = await program.page('file:')
  const services = policySchema.parse(testPolicy(sites)).services.add
  const home: VisitorView = {
    language: 'fr',
    spoken: [],
    languages: ['fr', 'en'],
    comfort: usualComfort,
    colour: null,
    help: 'alone',
    rules: { house: [] },
    structure: 'Médiathèque des Tests',
    tiles: services
      .filter(({ tile }) => tile)
      .map(({ id, name, purpose, category, icon, frequent }) => ({
        id,
        name,
        purpose,
        category,
        icon,
        frequent,
      })),
    showing: 'home',
    tabs: [],
    activeTab: null,
    aids: [],
    notice: null,
    pageNotice: null,
    documents: [],
    bytesUsed: 0,
    quotaBytes: 400_000_000,
    refusal: null,
    scanner: null,
    pageTrouble: null,
    task: null,
    touchKeyboard: false,
    printing: true,
    secondsLeft: 3600,
  }
  await page.addInitScript((view) => {
    const estran = { call: async (group: string) => (group === 'view' ? view : undefined), onView: () => {} }
    Object.assign(globalThis, { estran })
  }, home)
  return { page, close: program.kill }
}
