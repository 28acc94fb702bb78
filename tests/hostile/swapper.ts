// Swaps a folder for a link to another one, and back, as fast as it can. Usage: swapper.ts FOLDER OUTSIDE
import { renameSync, symlinkSync, unlinkSync } from 'node:fs'

const [folder = '', outside = ''] = process.argv.slice(2)
const aside = `${folder}-aside`
const quietly = (action: () => void) => {
  try {
    action()
  } catch {
    // Removed under our hands, or not planted yet: the next turn may be luckier.
  }
}
process.stdout.write('ready')
for (;;) {
  quietly(() => renameSync(folder, aside))
  quietly(() => symlinkSync(outside, folder))
  quietly(() => unlinkSync(folder))
  quietly(() => renameSync(aside, folder))
}
