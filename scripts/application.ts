import { build } from './build.ts'
import { checkout } from './checkout.ts'
import type { Environment } from './command.ts'
import { resolveRuntime } from './runtime.ts'

/**
 * Brings the application to where it can be opened, and resolves to what a program needs to open it:
 * ESTRAN_ELECTRON (executable), ESTRAN_APP (folder to give it), ESTRAN_RUNTIME_KIND (official or test).
 */
export async function prepareApplication(): Promise<Environment> {
  const runtime = await resolveRuntime()
  await build()
  return { ESTRAN_ELECTRON: runtime.executable, ESTRAN_APP: checkout, ESTRAN_RUNTIME_KIND: runtime.kind }
}
