import type { Runtime } from '../../../app/coordinator/runtime.ts'
import shipped from '../../../assets/runtime/electron.json' with { type: 'json' }

/** What this program browses with, for reception. */
export function ownRuntime({ chrome, electron }: NodeJS.ProcessVersions): Runtime {
  return { chromium: chrome ?? '0', released: electron === shipped.electron ? shipped.released : null }
}
