import type { Page } from '@playwright/test'
import { Person } from '../e2e/person.ts'
import type { Ground } from './ground.ts'
import { sideBySide } from './side-by-side.ts'
import type { Row } from './table.ts'

/** The first of each address fills caches. */
const rounds = 26

/** The same pages in a session and in a bare window, one after the other. */
export function measurePageLoads(ground: Ground): Promise<Row[]> {
  const { sites, benchSite } = ground
  return sideBySide(ground, async (post, bare) => {
    const person = new Person(post)
    await person.begin()
    const inSession = await person.open('Bibliothèque', sites.widgets)
    await bare.page.goto(sites.widgets.origin)
    const compared = async (what: string, address: string): Promise<Row> => {
      const [ours, others]: [number[], number[]] = [[], []]
      for (let round = 0; round < rounds; round += 1) {
        const times = [await loadTime(inSession, address), await loadTime(bare.page, address)] as const
        if (round === 0) continue
        ours.push(times[0])
        others.push(times[1])
      }
      return {
        what,
        unit: 'ms',
        ours,
        against: { what: 'the same page in a bare window', values: others },
        goal: 1.05,
      }
    }
    return [
      await compared('page load in a session: a long page', `${sites.allocations.origin}/long`),
      await compared('page load in a session: a page of 60 files', benchSite.pageOfFiles),
    ]
  })
}

/** Milliseconds from the start of the navigation to the end of the page's load event. */
async function loadTime(page: Page, address: string): Promise<number> {
  await page.goto(address)
  return page.evaluate(() => {
    const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
    return navigation?.loadEventEnd ?? Number.NaN
  })
}
