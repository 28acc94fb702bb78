import { parseArgs } from 'node:util'
import { startSites } from './sites.ts'

// By hand: `node tests/sites/serve.ts [--port FIRST]`, until Ctrl+C.
const { values } = parseArgs({ options: { port: { type: 'string' } } })
const { stop, ...sites } = await startSites(values.port === undefined ? undefined : Number(values.port))
for (const site of Object.values(sites)) console.log(`${site.origin}  ${site.name}`)
process.once('SIGINT', stop)
process.once('SIGTERM', stop)
