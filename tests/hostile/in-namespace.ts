// Runs one row in the mount namespace it was started in, and writes what came of it as JSON.
// Usage: in-namespace.ts INDEX PLACE REMOVER, the remover being "right" or the name of a wrong one.
import { execFileSync } from 'node:child_process'
import { mkdtemp, rmdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { mountThings } from './mounts.ts'
import { type PlaceName, removals, type WrongRemover, wrongRemovers } from './removers.ts'
import { trial } from './trial.ts'

const [index = '', place = '', remover = ''] = process.argv.slice(2)
const thing = mountThings[Number(index)]
if (thing === undefined) throw new Error(`no row ${index}`)

const removal = remover === 'right' ? removals[place as PlaceName] : wrongRemovers[remover as WrongRemover]
const base = await mkdtemp(join(tmpdir(), 'estran-mounts-'))
try {
  if (thing.memory !== undefined) execFileSync('mount', ['-t', 'tmpfs', '-o', thing.memory, 'tmpfs', base])
  process.stdout.write(JSON.stringify(await trial(thing, place as PlaceName, removal, base)))
} finally {
  if (thing.memory !== undefined) execFileSync('umount', ['--lazy', base])
  await rmdir(base)
}
