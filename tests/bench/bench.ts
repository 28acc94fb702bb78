// The ratios of speed and memory, measured in one run. A goal that does not hold is told; only what could not be
// measured is a failure.
import { prepareGround } from './ground.ts'
import { measurePageLoads } from './page-loads.ts'
import { measureSessions } from './sessions.ts'
import { measureStarting } from './starting.ts'
import { type Row, table } from './table.ts'

const measurements = {
  'page loads': measurePageLoads,
  sessions: measureSessions,
  'start and memory': measureStarting,
}

const ground = await prepareGround()
const rows: Row[] = []
try {
  for (const [name, measure] of Object.entries(measurements)) {
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
  await ground.remove()
}
console.log(`\n${table(rows)}`)
