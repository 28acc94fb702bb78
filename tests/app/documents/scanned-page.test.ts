import { expect, test } from 'vitest'
import { isPage } from '../../../app/documents/scanned-page.ts'

test.each(['SCAN_0001.pdf', 'page 2.tiff', 'sans-extension', 'é.jpg', 'tmp', 'database.pdf'])(
  'a file a scanner drops is a page: %s',
  (name) => expect(isPage(name)).toBe(true),
)

test.each([
  '.nfs0001',
  '.hidden.pdf',
  'scan.pdf.tmp',
  'scan.PDF.PART',
  'scan.pdf~',
  'Thumbs.db',
  'desktop.ini',
])('what it hides or has not finished is none: %s', (name) => expect(isPage(name)).toBe(false))
