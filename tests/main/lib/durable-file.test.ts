import { mkdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { errorCode, readIfThere, writeDurably } from '../../../main/lib/durable-file.ts'
import { temporaryFolder } from '../../doubles/temporary-folder.ts'

describe('a durable file', () => {
  test('is replaced whole, and only its owner may read it', async () => {
    const path = join(await temporaryFolder(), 'file')
    await writeDurably(path, 'a long first text')
    await writeDurably(path, 'été')
    expect(await readFile(path, 'utf8')).toBe('été')
    expect((await stat(path)).mode & 0o777).toBe(0o600)
  })

  test('keeps its old text when the new one cannot be written', async () => {
    const path = join(await temporaryFolder(), 'file')
    await writeDurably(path, 'old')
    await mkdir(`${path}.new`)
    await expect(writeDurably(path, 'new')).rejects.toMatchObject({ code: 'EISDIR' })
    expect(await readIfThere(path)).toBe('old')
  })

  test('is written over what a power cut left half done', async () => {
    const path = join(await temporaryFolder(), 'file')
    await writeFile(`${path}.new`, 'half of a text that was lon')
    await writeDurably(path, 'whole')
    expect(await readIfThere(path)).toBe('whole')
  })
})

describe('reading', () => {
  test('tells a file that is not there from one that cannot be read', async () => {
    const folder = await temporaryFolder()
    expect(await readIfThere(join(folder, 'none'))).toBeNull()
    await expect(readIfThere(folder)).rejects.toMatchObject({ code: 'EISDIR' })
  })

  test('an error’s code is empty where it has none', () => {
    expect(errorCode(Object.assign(new Error('x'), { code: 'EIO' }))).toBe('EIO')
    expect(errorCode(new Error('x'))).toBe('')
    expect(errorCode('x')).toBe('')
  })
})
