import { setTimeout as pause } from 'node:timers/promises'
import type { Page } from '@playwright/test'
import { bareElectron, chromiumKiosk, wholeEstran } from './contenders.ts'
import type { Ground } from './ground.ts'
import { memoryAtRest } from './memory.ts'
import { startProgram } from './program.ts'
import type { Row } from './table.ts'

const rounds = 8

/** From the start of the program to its first page, and the memory it then takes. */
export async function measureStarting(ground: Ground): Promise<Row[]> {
  const start = { ours: [] as number[], bare: [] as number[] }
  const memory = { ours: [] as number[], twoBare: [] as number[], chromium: [] as number[] }
  for (let round = 0; round < rounds; round += 1) {
    const ours = await startEstran(ground)
    const bare = await startTwoBare(ground)
    const chromium = await startChromium(ground)
    // The first of each fills caches.
    if (round === 0) continue
    start.ours.push(ours.start)
    start.bare.push(bare.start)
    memory.ours.push(ours.memory)
    memory.twoBare.push(bare.memory)
    memory.chromium.push(chromium)
  }
  return [
    {
      what: 'cold start → welcome painted',
      unit: 'ms',
      ours: start.ours,
      against: { what: 'bare Electron with one local page', values: start.bare },
      goal: 1.4,
    },
    {
      what: 'memory at welcome, spare included',
      unit: 'MB',
      ours: memory.ours,
      against: { what: 'two bare Electrons', values: memory.twoBare },
      goal: 1.15,
    },
    {
      what: 'memory at welcome, spare included',
      unit: 'MB',
      ours: memory.ours,
      against: { what: 'chromium --kiosk --incognito about:blank', values: memory.chromium },
      goal: 0.8,
    },
  ]
}

async function startEstran({ place }: Ground): Promise<{ start: number; memory: number }> {
  const program = startProgram(wholeEstran(place.policyFile, place.stateFolder))
  const memory = await memoryAtRest(program.processes)
  const start = (await headingPainted(await program.page('estran:'))) - program.startedAt
  await program.stop()
  return { start, memory }
}

async function startTwoBare({ profile }: Ground): Promise<{ start: number; memory: number }> {
  const first = startProgram(bareElectron(profile('bare-first')))
  await pause(1500)
  const second = startProgram(bareElectron(profile('bare-second')))
  const memory = await memoryAtRest(() => [...first.processes(), ...second.processes()])
  const start = (await headingPainted(await first.page('file:'))) - first.startedAt
  await Promise.all([first.stop(), second.stop()])
  return { start, memory }
}

async function startChromium({ profile }: Ground): Promise<number> {
  const program = startProgram(chromiumKiosk(profile('chromium-memory'), 'about:blank'))
  const memory = await memoryAtRest(program.processes)
  await program.stop()
  return memory
}

/** When the heading « Bienvenue » was painted, which is the largest text of either page. */
async function headingPainted(page: Page): Promise<number> {
  const moment = await page.evaluate(
    () =>
      new Promise<number | null>((resolve) => {
        new PerformanceObserver((list) => {
          const entries = list.getEntries() as (PerformanceEntry & { element?: Element | null })[]
          const heading = entries.find(({ element }) => element?.textContent === 'Bienvenue')
          resolve(heading === undefined ? null : performance.timeOrigin + heading.startTime)
        }).observe({ type: 'largest-contentful-paint', buffered: true })
      }),
  )
  if (moment === null) throw new Error('another page was painted before the welcome')
  return moment
}
