import { readdir, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { execa } from 'execa'
import { describe, expect, onTestFinished, test } from 'vitest'
import { cupsServer, ownHost } from '../../../../main/guardian/printing/cups.ts'
import type { PrintServer } from '../../../../main/guardian/printing/print-server.ts'
import { printQueuePlace } from '../../../../main/guardian/wipe/print-queue-place.ts'
import { startCups, type TestCups } from '../../../doubles/cups.ts'
import { temporaryFolder } from '../../../doubles/temporary-folder.ts'

const absent = { is: 'absent', place: 'printQueue' }
/** Longer than any connection's buffers: the endless printer stays busy with it. */
const canary = (kind: string) => `canary-${kind} `.repeat(500_000)

const longAgo = async () => new Date(0)
const placeOf = (cups: TestCups, began = longAgo) =>
  printQueuePlace(cupsServer({ socketPath: cups.socketPath }, 'personne'), began)

async function cupsOfTest(): Promise<TestCups> {
  const cups = await startCups(await temporaryFolder())
  onTestFinished(cups.stop)
  return cups
}

/** Kinds of canary whose documents the print server still keeps. */
async function keptIn(spool: string): Promise<string[]> {
  const files = (await readdir(spool)).filter((name) => name.startsWith('d'))
  const texts = await Promise.all(files.map((name) => readFile(join(spool, name), 'utf8')))
  return texts.map((text) => /canary-(\w+)/.exec(text)?.[1] ?? '').sort()
}

describe('print jobs of a session', () => {
  test('are gone with document and history, whatever became of them; another user’s stay', async () => {
    const cups = await cupsOfTest()
    await cups.print('personne', 'swift', canary('done'))
    await cups.print('personne', 'swift', canary('held'), '-H', 'hold')
    await cups.print('personne', 'failing', canary('failed'))
    await cups.print('personne', 'endless', canary('printing'))
    await cups.print('personne', 'endless', canary('queued'))
    const cancelled = await cups.print('personne', 'swift', canary('cancelled'), '-H', 'hold')
    await execa('/usr/bin/cancel', ['-U', 'personne', `swift-${cancelled}`], {
      env: { CUPS_SERVER: cups.socketPath },
    })
    await cups.print('voisine', 'swift', canary('neighbour'), '-H', 'hold')
    await cups.print('voisine', 'swift', canary('neighbour'))
    const waiting = ['job-hold-until-specified', 'job-printing', 'none', 'job-hold-until-specified']
    await expect.poll(cups.unfinished, { timeout: 20_000 }).toEqual(waiting)
    const kinds = ['cancelled', 'done', 'failed', 'held', 'neighbour', 'neighbour', 'printing', 'queued']
    expect(await keptIn(cups.spool), `planted, ${cancelled} among them`).toEqual(kinds)

    const place = placeOf(cups)
    expect(await place.readBack(null)).toMatchObject({ is: 'present', what: '6 print jobs' })
    await place.wipe()
    expect(await place.readBack(null)).toEqual(absent)
    expect(await keptIn(cups.spool)).toEqual(['neighbour', 'neighbour'])
    expect(await cupsServer({ socketPath: cups.socketPath }, 'voisine').jobs()).toHaveLength(2)
    await place.wipe()
    expect(await place.readBack(null)).toEqual(absent)
  }, 60_000)

  test('are not those of before the session', async () => {
    const cups = await cupsOfTest()
    await cups.print('personne', 'swift', canary('before'), '-H', 'hold')
    await pause(1100)
    const began = new Date()
    const place = placeOf(cups, async () => began)
    await cups.print('personne', 'swift', canary('during'), '-H', 'hold')
    await place.wipe()
    expect(await place.readBack(null)).toEqual(absent)
    expect(await keptIn(cups.spool)).toEqual(['before'])
  }, 60_000)

  test('cannot be verified once the print server that had them is stopped', async () => {
    const cups = await cupsOfTest()
    await cups.print('personne', 'swift', canary('held'), '-H', 'hold')
    const place = placeOf(cups)
    expect(await place.readBack(null)).toMatchObject({ is: 'present' })
    await cups.stop()
    await expect(place.readBack(null)).rejects.toMatchObject({ code: 'ECONNREFUSED' })
    await rm(cups.socketPath)
    await expect(place.readBack(null)).rejects.toMatchObject({ code: 'PRINT_SERVER_STOPPED' })
  }, 60_000)

  test('are reached by the server’s port where it has no socket', async () => {
    const cups = await cupsOfTest()
    await cups.print('personne', 'swift', canary('held'), '-H', 'hold')
    const address = { socketPath: `${cups.socketPath}.none`, orElse: { host: ownHost, port: cups.port } }
    const place = printQueuePlace(cupsServer(address, 'personne'), longAgo)
    expect(await place.readBack(null)).toMatchObject({ is: 'present' })
    await place.wipe()
    expect(await keptIn(cups.spool)).toEqual([])
  }, 60_000)
})

describe('without print jobs', () => {
  test('a machine that has no print server has nothing of anyone', async () => {
    const address = { socketPath: join(await temporaryFolder(), 'none'), orElse: { host: ownHost, port: 9 } }
    const place = printQueuePlace(cupsServer(address, 'personne'), longAgo)
    await place.wipe()
    expect(await place.readBack(null)).toEqual(absent)
  })

  test('a print server that takes a call and never answers holds up nobody', async () => {
    const socketPath = join(await temporaryFolder(), 'silent')
    const silent = createServer(() => {})
    await new Promise<void>((resolve) => silent.listen(socketPath, resolve))
    onTestFinished(() => void silent.close())
    const place = printQueuePlace(cupsServer({ socketPath }, 'personne'), longAgo)
    await expect(place.readBack(null)).rejects.toMatchObject({ code: 'PRINT_SERVER_SILENT' })
  }, 20_000)
})

test('a refused removal is told, and what is left by number alone', async () => {
  const server: PrintServer = {
    jobs: async () => [{ id: 7, madeSeconds: null }],
    purge: () => Promise.reject(Object.assign(new Error('no'), { code: 'IPP_403' })),
  }
  const place = printQueuePlace(server, longAgo)
  await expect(place.wipe()).rejects.toMatchObject({ code: 'IPP_403' })
  expect(await place.readBack('IPP_403')).toEqual({
    is: 'present',
    place: 'printQueue',
    what: '1 print jobs',
    where: 'job 7',
    why: 'IPP_403',
  })
})
