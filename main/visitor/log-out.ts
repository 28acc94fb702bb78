import { type Session, type WebContents, WebContentsView } from 'electron'
import { closingOrder, type LogOutReport } from '../../app/services/log-out.ts'
import type { LogOutRecipe } from '../../app/services/log-out-recipe.ts'
import type { Service } from '../../app/services/service.ts'
import { systemScheduler, within } from '../lib/scheduler.ts'
import { pressScript } from './log-out-script.ts'
import { acceptDialogs } from './page-dialogs.ts'
import { pagePreferences } from './page-preferences.ts'
import { runIn, watchPage } from './page-watch.ts'

type Report = Pick<LogOutReport, 'service' | 'outcome'>
type ByAddress = Extract<LogOutRecipe, { by: 'address' }>
type ByButton = Extract<LogOutRecipe, { by: 'button' }>
type Learn = (outcome: LogOutReport['outcome']) => void

/** A page that answers nothing within this time is hung. */
const pressSeconds = 2
/** What téléservices may take of the time before it is their providers' turn; those that are late go on beside them. */
const shareOfServices = 0.6

/**
 * Closes the sessions of téléservices on their servers, then those they were entered by, and reports what is known when
 * all are done or the time is over.
 * @param lastPageOf the page of this téléservice looked at last, if one is open
 */
export async function logOut(
  services: readonly Service[],
  withinSeconds: number,
  visit: Session,
  lastPageOf: (service: Service) => WebContents | undefined,
): Promise<Report[]> {
  const outcomes = new Map<string, Report['outcome']>(services.map(({ id }) => [id, 'unavailable']))
  const close = async ({ id, logOut: recipe }: Service, lastPage: WebContents | undefined): Promise<void> => {
    const learn: Learn = (outcome) => {
      if (outcomes.get(id) !== 'confirmed') outcomes.set(id, outcome)
    }
    if (recipe?.by === 'address') await byAddress(recipe, visit, learn)
    if (recipe?.by === 'button') await byButton(recipe, visit, lastPage, learn)
  }
  // Whatever an attempt died of, its outcome says how far it came.
  const closeAll = (some: readonly Service[]) =>
    Promise.allSettled(some.map((service) => close(service, lastPageOf(service))))

  const timeUp = systemScheduler.now() + withinSeconds
  const order = closingOrder(services)
  const first = closeAll(order.first)
  await within(systemScheduler, withinSeconds * shareOfServices, first)
  const both = Promise.all([first, closeAll(order.last)])
  await within(systemScheduler, timeUp - systemScheduler.now(), both)
  return [...outcomes].map(([service, outcome]) => ({ service, outcome }))
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
  }
  // Held until it is closed: a view that is collected takes its page with it.
  const view = new WebContentsView({ webPreferences: preferences })
  const page = view.webContents
  page.setAudioMuted(true)
  // A site may ask whether to log out: the person has ended the session.
  acceptDialogs(page)
  page.setBackgroundThrottling(false)
  // A load that fails is told by its events.
  page.loadURL(address).catch(() => {})
  try {
    await use(page)
  } finally {
    view.webContents?.close()
  }
}
