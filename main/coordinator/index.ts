/** The front door of the coordinator. What is asked on the command line is answered before anything opens. */
import { join } from 'node:path'
import type { CoordinatorReady } from '../../app/contracts/coordinator-process.ts'
import packageFile from '../../package.json' with { type: 'json' }
import { log } from '../lib/log.ts'
import { BackupProblem, backUp, restore } from './backup.ts'
import { help, type Reading, readCommandLine, type Settings } from './command-line.ts'
import { startCoordinator } from './coordinator.ts'
import { openStore } from './store/store.ts'

const exitCodes = { wrongUse: 64, wrongBackup: 65, defect: 70, notNow: 75 } as const

/** The bundle is `out/coordinator/index.js`; the built pages lie beside its folder. */
const pages = join(import.meta.dirname, '..', 'renderer', 'dashboard')

try {
  process.exitCode = await answer(readCommandLine(process.argv.slice(2), process.env))
} catch (error) {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  complain(error instanceof Error ? error.message : 'The coordinator could not be started.')
  process.exitCode =
    error instanceof BackupProblem ? exitCodes.wrongBackup : code ? exitCodes.notNow : exitCodes.defect
}

async function answer(asked: Reading): Promise<number> {
  switch (asked.is) {
    case 'version':
      say(`Estran coordinator ${packageFile.version} (Node ${process.versions.node})`)
      return 0
    case 'help':
      say(help)
      return 0
    case 'wrong':
      complain(asked.message)
      return exitCodes.wrongUse
    case 'backup':
      return withStore(asked.settings, async (store) => {
        say(`${asked.file}: ${await backUp(store, asked.file)} rows.`)
      })
    case 'restore':
      return withStore(asked.settings, async (store) => {
        say(`${asked.file}: ${await restore(store, asked.file, asked.replace)} rows are back.`)
      })
    case 'serve':
      return serve(asked.settings)
  }
}

async function withStore(
  { folder, databaseUrl }: Settings,
  use: (store: Awaited<ReturnType<typeof openStore>>) => Promise<void>,
): Promise<number> {
  const store = await openStore(folder, databaseUrl)
  try {
    await use(store)
    return 0
  } finally {
    await store.close()
  }
}

/** Serves until it is asked to stop. */
async function serve(settings: Settings): Promise<number> {
  const coordinator = await startCoordinator(settings, { pages, version: packageFile.version })
  say(`Coordinator: ${coordinator.address}`)
  if (coordinator.fingerprint !== null) {
    say(`Certificate (SHA-256): ${coordinator.fingerprint.toUpperCase().match(/../g)?.join(':')}`)
  }
  if (coordinator.firstAdminCode !== null) {
    say(`There is no admin yet. The first one opens that address and types: ${coordinator.firstAdminCode}`)
  }
  say('Ready. Ctrl+C stops it.')
  const { address, fingerprint, firstAdminCode } = coordinator
  process.send?.({ address, fingerprint, firstAdminCode } satisfies CoordinatorReady)
  await new Promise<void>((stop) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop())
    // Whoever started it is gone, or wants it to stop.
    process.once('disconnect', () => stop())
  })
  log.info('the coordinator stops')
  await coordinator.stop()
  return 0
}

function say(text: string): void {
  process.stdout.write(`${text}\n`)
}

function complain(text: string): void {
  process.stderr.write(`${text}\n`)
}
