// npm run test:package: the package made with the test runtime, installed in a Debian 12 of its own, checked, started, removed.
// As root, which alone may install; not part of npm test, which runs without rights.
import { globSync } from 'node:fs'
import { join } from 'node:path'
import { checkout } from './checkout.ts'
import { moduleProgram, run, runTask } from './command.ts'

await runTask(async () => {
  if (process.getuid?.() !== 0) throw new Error('Only root can install a package: run this as root.')
  const packaged = await run(process.execPath, ['scripts/package.ts', '--test-build'], {
    ESTRAN_RUNTIME: 'test',
  })
  if (packaged !== 0) return packaged
  const [deb] = globSync('release/estran-testbuild/*.deb', { cwd: checkout })
  if (deb === undefined) throw new Error('No Debian package was made.')
  const args = ['run', '--config=tests/package/vitest.config.ts', '--configLoader=native']
  return run(moduleProgram('vitest'), args, { ESTRAN_PACKAGE: join(checkout, deb) })
})
