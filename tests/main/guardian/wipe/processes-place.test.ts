import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { findProcessesInProc } from '../../../../main/guardian/wipe/processes.ts'
import { processesPlace } from '../../../../main/guardian/wipe/processes-place.ts'
import { temporaryFolder } from '../../../doubles/temporary-folder.ts'

/** A process that names a folder on its command line and will not end when it is asked to. */
const stubborn = "process.on('SIGTERM', () => {}); setInterval(() => {}, 1000); process.stdout.write('up')"

async function startNaming(folder: string): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['-e', stubborn, '--', `--user-data-dir=${folder}/profile`], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  if (child.stdout === null) throw new Error('no output to wait for')
  await once(child.stdout, 'data')
  return child
}

const isAlive = (child: ChildProcess) => child.exitCode === null && child.signalCode === null

describe('the processes of a visitor', () => {
  test('are found by the folder they name, killed, and read back as gone', async () => {
    const root = join(await temporaryFolder(), 'root')
    const [first, second] = [await startNaming(root), await startNaming(root)]
    const place = processesPlace(root, findProcessesInProc)
    expect(await place.readBack(null)).toMatchObject({ is: 'present', what: '2 processes' })
    first.kill('SIGTERM')
    expect(await findProcessesInProc(root)).toHaveLength(2)
    const exits = [once(first, 'exit'), once(second, 'exit')]
    await place.wipe()
    expect(await place.readBack(null)).toEqual({ is: 'absent', place: 'processes' })
    await Promise.all(exits)
    expect(second.signalCode).toBe('SIGKILL')
  })

  test('are killed alone: those of another root go on', async () => {
    const folder = await temporaryFolder()
    const other = await startNaming(join(folder, 'other'))
    await startNaming(join(folder, 'mine'))
    await processesPlace(join(folder, 'mine'), findProcessesInProc).wipe()
    expect(await findProcessesInProc(folder)).toEqual([other.pid])
    expect(isAlive(other)).toBe(true)
  })

  test('never include the one that looks', async () => {
    expect(await findProcessesInProc(process.execPath)).not.toContain(process.pid)
    expect(await findProcessesInProc('estran-names-nobody')).toEqual([])
  })

  test('of the tree we started are ended first', async () => {
    const asked: string[] = []
    const place = processesPlace(
      'root',
      async () => {
        asked.push('look')
        return []
      },
      async () => void asked.push('kill tree'),
    )
    await place.wipe()
    expect(asked).toEqual(['kill tree', 'look'])
  })

  test('that cannot be killed are told by number', async () => {
    const place = processesPlace('root', async () => [4_194_301, 4_194_302])
    expect(await place.readBack('EPERM')).toEqual({
      is: 'present',
      place: 'processes',
      what: '2 processes',
      where: '4194301, 4194302',
      why: 'EPERM',
    })
  })
})
