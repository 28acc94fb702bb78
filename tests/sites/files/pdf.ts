import type { FileBody } from './file-body.ts'

/** A one-page PDF 1.4 bearing `text`, at least `minimumBytes` long: the rest is a comment that readers skip. */
export function pdf(text: string, minimumBytes = 0): FileBody {
  const drawn = `BT /F1 16 Tf 60 760 Td (${text.replace(/[\\()]/g, '\\$&')}) Tj ET`
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${drawn.length} >>\nstream\n${drawn}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
  ]

  let head = '%PDF-1.4\n'
  const rows = ['0000000000 65535 f ']
  objects.forEach((object, index) => {
    rows.push(`${String(head.length).padStart(10, '0')} 00000 n `)
    head += `${index + 1} 0 obj\n${object}\nendobj\n`
  })
  const end = (xrefOffset: number) =>
    `\nxref\n0 ${rows.length}\n${rows.join('\n')}\ntrailer\n<< /Size ${rows.length} /Root 1 0 R >>\nstartxref\n${xrefOffset}\n%%EOF\n`

  const paddingBytes = Math.max(0, minimumBytes - head.length - end(0).length)
  const padding = paddingBytes > 0 ? paddingBytes + 1 : 0
  const tail = end(head.length + padding + 1)
  return {
    type: 'application/pdf',
    length: head.length + padding + tail.length,
    *chunks() {
      // One byte a character: offsets counted on the strings hold in the file.
      yield Buffer.from(head, 'latin1')
      for (let left = padding; left > 0; left -= 65_536) {
        const chunk = Buffer.alloc(Math.min(left, 65_536), ' ')
        if (left === padding) chunk[0] = 0x25
        yield chunk
      }
      yield Buffer.from(tail, 'latin1')
    },
  }
}
