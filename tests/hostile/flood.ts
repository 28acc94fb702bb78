// Writes new files of 1 MB at 50 MB/s until it is killed, in folders it makes again. Usage: flood.ts FOLDER
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

const [folder = ''] = process.argv.slice(2)
const megabyte = Buffer.alloc(1024 * 1024, 'x')
const start = performance.now()
for (let written = 0; ; written++) {
  const below = join(folder, 'flood', `${written % 7}`)
  mkdirSync(below, { recursive: true })
  writeFileSync(join(below, `${written}`), megabyte)
  if (written === 50) process.stdout.write(`${Math.round(50_000 / (performance.now() - start))}`)
  await pause(Math.max(0, written * 20 - (performance.now() - start)))
}
