import { open, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { saneScanner } from '../../../../main/guardian/scanner/sane.ts'
import { saneOfTests } from '../../../doubles/sane.ts'
import { temporaryFolder } from '../../../doubles/temporary-folder.ts'

/** Scans with SANE's own scanner for tests. @param options of the device */
async function scan(
  device: string | undefined,
  options?: readonly string[],
  cancel: AbortSignal = new AbortController().signal,
) {
  const folder = await temporaryFolder()
  process.env.SANE_CONFIG_DIR = await saneOfTests(folder)
  onTestFinished(() => {
    delete process.env.SANE_CONFIG_DIR
  })
  const file = await open(join(folder, 'page.pdf'), 'w')
  const percents: number[] = []
  const progress = (percent: number) => void percents.push(percent)
  const outcome = await saneScanner(device, options).scan(file.fd, folder, progress, cancel)
  await file.close()
  return { outcome, percents, content: await readFile(join(folder, 'page.pdf'), 'latin1') }
}

describe('a scanner', () => {
  test('scans a page as a PDF, and tells how far it is', async () => {
    const { outcome, percents, content } = await scan('test:0')
    expect(outcome).toEqual({ is: 'scanned' })
    expect(content).toMatch(/^%PDF-/)
    expect(content.trimEnd()).toMatch(/%%EOF$/)
    expect(percents.at(-1)).toBe(100)
    expect(percents).toEqual([...percents].sort((a, b) => a - b))
  })

  test('that is not named is the first there is', async () => {
    expect((await scan(undefined)).outcome).toEqual({ is: 'scanned' })
  })

  test('that does not know the options it is asked for scans without them', async () => {
    const { outcome, content } = await scan('test', ['--colour-of-the-sea=blue'])
    expect(outcome).toEqual({ is: 'scanned' })
    expect(content).toMatch(/^%PDF-/)
  })

  test.each([
    ['SANE_STATUS_JAMMED', 'jammed'],
    ['SANE_STATUS_NO_DOCS', 'empty'],
    ['SANE_STATUS_COVER_OPEN', 'coverOpen'],
    ['SANE_STATUS_DEVICE_BUSY', 'busy'],
    ['SANE_STATUS_IO_ERROR', 'failed'],
  ])('says what is wrong with it: %s', async (state, why) => {
    const { outcome } = await scan('test', [`--read-return-value=${state}`])
    expect(outcome).toEqual({ is: 'failed', why })
  })

  test('that is not there is told as such', async () => {
    expect((await scan('epson2:none')).outcome).toEqual({ is: 'failed', why: 'noScanner' })
  })

  test('is stopped when the person cancels', async () => {
    const slow = ['--mode=Color', '--resolution=200', '--read-delay=yes', '--read-delay-duration=200000']
    const cancel = new AbortController()
    setTimeout(() => cancel.abort(), 700)
    const before = performance.now()
    const { outcome, percents } = await scan('test', slow, cancel.signal)
    expect(outcome).toEqual({ is: 'cancelled' })
    expect(percents.at(-1) ?? 0).toBeLessThan(100)
    expect(performance.now() - before).toBeLessThan(4000)
  })

  test('lists its devices', async () => {
    process.env.SANE_CONFIG_DIR = await saneOfTests(await temporaryFolder())
    expect(await saneScanner(undefined).devices()).toEqual(['test:0', 'test:1'])
    delete process.env.SANE_CONFIG_DIR
  })
})
