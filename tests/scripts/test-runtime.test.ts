import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { checkIntegrity } from '../../scripts/test-runtime.ts'

const folder = mkdtempSync(join(tmpdir(), 'integrity-'))
const file = join(folder, 'runtime.tgz')
writeFileSync(file, 'abc')
afterAll(() => rmSync(folder, { recursive: true }))

// Known answer: SHA-256 of "abc" (FIPS 180-4).
const SHA256_OF_ABC = 'sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0='

test('the examined file is let through', async () => {
  await expect(checkIntegrity(file, SHA256_OF_ABC)).resolves.toBeUndefined()
})

test('a file that changed is refused, with both hashes and what to do', async () => {
  writeFileSync(file, 'abd')
  const refusal = checkIntegrity(file, SHA256_OF_ABC)
  await expect(refusal).rejects.toThrow(`expected: ${SHA256_OF_ABC}`)
  await expect(refusal).rejects.toThrow(/found: {4}sha256-[\w+/]{43}=/)
  await expect(refusal).rejects.toThrow('ESTRAN_RUNTIME=official')
})
