import { type Session, type WebContents, WebContentsView } from 'electron'
import type { LogOutReport } from '../../app/services/log-out.ts'
import type { LogOutRecipe, Service } from '../../app/services/service.ts'
import { systemScheduler, within } from '../lib/scheduler.ts'
import { pressScript } from './log-out-script.ts'
import { pagePreferences } from './page-preferences.ts'
import { runIn, watchPage } from './page-watch.ts'

type Report = Pick<LogOutReport, 'service' | 'outcome'>
type ByAddress = Extract<LogOutRecipe, { by: 'address' }>
type ByButton = Extract<LogOutRecipe, { by: 'button' }>
type Learn = (outcome: LogOutReport['outcome']) => void

/** A page that answers nothing within this time is hung. */
const pressSeconds = 2

/**
 * Closes the sessions of téléservices on their servers, all at once, and reports what is known when all are done or
 * the time is over.
 * @param lastPageOf the page of this téléservice looked at last, if one is open
 */
export async function logOut(
  services: readonly Service[],
  withinSeconds: number,
  visit: Session,
  lastPageOf: (service: Service) => WebContents | undefined,
): Promise<Report[]> {
  const reports = services.map((service): Report => ({ service: service.id, outcome: 'unavailable' }))
  const attempts = services.map(async (service, index) => {
    const learn: Learn = (outcome) => {
      if (reports[index]?.outcome !== 'confirmed') reports[index] = { service: service.id, outcome }
    }
    if (service.logOut?.by === 'address') await byAddress(service.logOut, visit, learn)
    if (service.logOut?.by === 'button') await byButton(service.logOut, visit, lastPageOf(service), learn)
  })
  // Whatever an attempt died of, its report says how far it came.
  await within(systemScheduler, withinSeconds, Promise.allSettled(attempts))
  return [...reports]
}

async function byAddress(recipe: ByAddress, visit: Session, learn: Learn): Promise<void> {
  const arrived = () => learn('attempted')
  const confirmed = () => learn('confirmed')
  await inHiddenPage(visit, recipe.address, (page) => watchPage(page, recipe.confirmed, arrived, confirmed))
}

/** In the page the person had, where the session may live in the page alone; failing that, in the recipe's own. */
async function byButton(
  recipe: ByButton,
  visit: Session,
  lastPage: WebContents | undefined,
  learn: Learn,
): Promise<void> {
  // Covered, it would run its timers once a second.
  lastPage?.setBackgroundThrottling(false)
  if (lastPage !== undefined && (await pressIn(lastPage, recipe, learn))) return
  if (recipe.page !== undefined)
    await inHiddenPage(visit, recipe.page, (page) => pressIn(page, recipe, learn))
}

/** @returns whether the page had the button, or already said that the session is closed */
async function pressIn(page: WebContents, recipe: ByButton, learn: Learn): Promise<boolean> {
  let confirmed = false
  const confirm = () => {
    confirmed = true
    learn('confirmed')
  }
  await watchPage(page, recipe.confirmed, () => {}, confirm)
  if (confirmed) return true
  const pressed = await within(systemScheduler, pressSeconds, runIn(page, pressScript(recipe.names)))
  if (!pressed.inTime || !pressed.value) return false
  learn('attempted')
  await watchPage(page, recipe.confirmed, () => {}, confirm)
  return true
}

/** A page nobody sees, for as long as it is used. */
async function inHiddenPage(
  visit: Session,
  address: string,
  use: (page: WebContents) => Promise<unknown>,
): Promise<void> {
  const preferences = {
    ...pagePreferences,
    session: visit,
    backgroundThrottling: false,
    disableDialogs: true,
  }
  // Held until it is closed: a view that is collected takes its page with it.
  const view = new WebContentsView({ webPreferences: preferences })
  const page = view.webContents
  page.setAudioMuted(true)
  page.setBackgroundThrottling(false)
  // A load that fails is told by its events.
  page.loadURL(address).catch(() => {})
  try {
    await use(page)
  } finally {
    view.webContents?.close()
  }
}
