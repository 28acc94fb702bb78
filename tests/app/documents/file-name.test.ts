import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { maxNameBytes, safeFileName, uniqueFileName } from '../../../app/documents/file-name.ts'

const hostile = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        '../',
        '..\\',
        '/',
        '\0',
        '\n',
        '\u202e',
        '\ud800',
        '\u200d',
        'é',
        'e\u0301',
        '🧾',
        '.',
        ' ',
        '-',
      ),
      fc.constantFrom('CON', 'aux.pdf', 'NUL', 'COM1', '.pdf', '.tar.gz', 'x'.repeat(300), '🧾'.repeat(80)),
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(''))

describe('the name a document is kept under', () => {
  test('can be kept on every file system, whatever the server suggests', () => {
    fc.assert(
      fc.property(hostile, (suggested) => {
        const name = safeFileName(suggested)
        expect(name).not.toMatch(/[/\\<>:"|?*\p{Cc}\p{Cf}\p{Cs}]/u)
        expect(name).not.toMatch(/^[-. ]|[. ]$/)
        expect(name).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i)
        expect(name.length).toBeGreaterThan(0)
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(maxNameBytes)
        expect(name).toBe(name.normalize('NFC'))
        expect(safeFileName(name)).toBe(name)
      }),
      { numRuns: 2000 },
    )
  })

  test('stays what a person recognises', () => {
    expect(safeFileName('Attestation de droits – été.pdf')).toBe('Attestation de droits – été.pdf')
    expect(safeFileName('Avis d’impôt (2026).pdf')).toBe('Avis d’impôt (2026).pdf')
    expect(safeFileName('../../.profile')).toBe('_.._.profile')
    expect(safeFileName('..')).toBe('document')
    expect(safeFileName('93cddbf6-f1ed-4062-95f7-27bdf3fa8545.pdf')).toBe('document.pdf')
    expect(safeFileName('aux.pdf')).toBe('_aux.pdf')
    expect(safeFileName('facture\u202efdp.exe')).toBe('facture_fdp.exe')
  })

  test('keeps its extension when it is cut', () => {
    expect(safeFileName(`${'é'.repeat(300)}.pdf`)).toMatch(/^é+\.pdf$/)
  })

  test('is never that of another document', () => {
    fc.assert(
      fc.property(fc.array(hostile, { maxLength: 12 }), (suggestions) => {
        const names: string[] = []
        for (const suggested of suggestions) names.push(uniqueFileName(safeFileName(suggested), names))
        expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length)
        for (const name of names) expect(Buffer.byteLength(name)).toBeLessThanOrEqual(maxNameBytes)
      }),
    )
    expect(uniqueFileName('avis.pdf', ['Avis.PDF', 'avis (2).pdf'])).toBe('avis (3).pdf')
    expect(uniqueFileName('AVIS.pdf', ['avis.pdf'])).toBe('AVIS (2).pdf')
  })
})
