// Removes a folder and writes the code of the error, if any: for removals that something else watches or disturbs.
// Usage: remove.ts PLACE FOLDER
import { errorCode } from '../../main/lib/durable-file.ts'
import { type PlaceName, removals } from './removers.ts'

const [place = '', folder = ''] = process.argv.slice(2)
try {
  await removals[place as PlaceName](folder)
} catch (error) {
  process.stdout.write(errorCode(error))
}
