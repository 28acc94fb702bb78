import { app } from 'electron'
import { decidedFuses } from '../../../app/check/decided-fuses.ts'
import type { IsolationFacts } from '../../../app/check/facts.ts'

/** Reads the fuses of this program back from its own file. @returns those that are not as decided */
export async function probeFuses(): Promise<IsolationFacts['fuses']> {
  if (!app.isPackaged) return 'source'
  const { FuseV1Options, getCurrentFuseWire } = await import('@electron/fuses')
  try {
    const wire = await getCurrentFuseWire(process.execPath)
    const on = '1'.charCodeAt(0)
    return Object.entries(decidedFuses).flatMap(([name, decided]) => {
      const state: unknown = Reflect.get(wire, FuseV1Options[name as keyof typeof FuseV1Options])
      return (state === on) === decided ? [] : [name]
    })
  } catch {
    return null
  }
}
