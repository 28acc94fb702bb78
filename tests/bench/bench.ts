// The ratios of speed and memory, measured in one run. A goal that does not hold is told; only what could not be
// measured is a failure.
import { measureCoordinator } from './coordinator/measure.ts'
import { measureDeletion } from './deletion.ts'
import { prepareGround } from './ground.ts'
import { measurePageLoads } from './page-loads.ts'
import { killStartedPrograms } from './program.ts'
import { measureSessions } from './sessions.ts'
import { measureStarting } from './starting.ts'
import { type Row, table } from './table.ts'

const measurements = {
  coordinator: measureCoordinator,
  deletion: measureDeletion,
  loads: measurePageLoads,
  sessions: measureSessions,
  starts: measureStarting,
}

/** `npm run bench -- sessions` measures those alone. */
const wanted = process.argv.slice(2)

const ground = await prepareGround()
const rows: Row[] = []
try {
  for (const [name, measure] of Object.entries(measurements)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue
    const start = performance.now()
    try {
      rows.push(...(await measure(ground)))
      console.log(`Measured ${name} in ${((performance.now() - start) / 1000).toFixed(0)} s`)
    } catch (error) {
      process.exitCode = 1
      console.error(`Could not measure ${name}:`, error)
    }
  }
} finally {
  killStartedPrograms()
  await ground.remove()
}
console.log(`\n${table(rows)}`)
