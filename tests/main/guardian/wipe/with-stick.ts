/**
 * Run in a mount namespace of its own, where it may mount: plugs a stick in, lets the place have it, and prints what
 * was read back before and after. With `busy`, something works on the stick meanwhile.
 */
import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { readMounts } from '../../../../main/guardian/wipe/mounts.ts'
import { removableMediaPlace } from '../../../../main/guardian/wipe/removable-media-place.ts'
import { unmountOnLinux } from '../../../../main/guardian/wipe/unmount.ts'

const mount = (source: string, point: string) => {
  mkdirSync(point, { recursive: true })
  execFileSync('mount', ['-t', 'tmpfs', source, point])
}
mount('none', '/media')
const stick = '/media/personne/Photos de Zoé'
mount('/dev/sdz1', stick)
mount('/dev/sdz2', `${stick}/inside`)
mount('/dev/sdy1', '/media/voisine/stick')
writeFileSync(`${stick}/photo`, 'theirs')
if (process.argv.includes('busy')) process.chdir(stick)

const place = removableMediaPlace(readMounts, 'personne', unmountOnLinux)
const before = await place.readBack(null)
const trouble = await place.wipe().then(
  () => null,
  (error: { code: string }) => error.code,
)
const after = await place.readBack(trouble)
const left = (await readMounts())
  .filter(({ point }) => point.startsWith('/media/'))
  .map(({ source }) => source)
console.log(JSON.stringify({ before, after, left }))
