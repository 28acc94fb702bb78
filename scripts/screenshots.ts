// npm run screenshots [-- FOLDER [PAGE]]: pictures of every page, or of those whose names begin so.
import { prepareApplication } from './application.ts'
import { run, runTask } from './command.ts'
import { withOwnDisplay } from './display.ts'

const asked = process.argv.slice(2)

await runTask(async () => {
  const application = await prepareApplication()
  return withOwnDisplay((display) =>
    run(process.execPath, ['tests/people/screenshots.ts', ...asked], { ...application, ...display }),
  )
})
