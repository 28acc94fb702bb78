const types: Record<string, string> = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  heic: 'image/heic',
  tif: 'image/tiff',
  tiff: 'image/tiff',
  txt: 'text/plain',
  csv: 'text/csv',
  zip: 'application/zip',
  doc: 'application/msword',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xls: 'application/vnd.ms-excel',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  odt: 'application/vnd.oasis.opendocument.text',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
}

/**
 * Whether a site says that it takes a document of this name. A hint: sites err, and decide themselves once it is sent.
 * @param accept the field's attribute (HTML, 4.10.5.1.17): extensions and types, empty for anything
 */
export function isAccepted(name: string, accept: string): boolean {
  const extension = /\.([^.]+)$/.exec(name.toLowerCase())?.[1] ?? ''
  const type = types[extension] ?? ''
  const wanted = accept
    .toLowerCase()
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '')
  return (
    wanted.length === 0 ||
    wanted.some((each) => {
      if (each.startsWith('.')) return each === `.${extension}`
      return each.endsWith('/*') ? type.startsWith(each.slice(0, -1)) : each === type
    })
  )
}
