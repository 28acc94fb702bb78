import type { Document } from '../../app/documents/document.ts'

/** How much of some documents has arrived, 0 to 100; `null` when a server did not say how large one is. */
export function percentReceived(documents: readonly Document[]): number | null {
  if (documents.some(({ bytesTotal }) => bytesTotal === 0)) return null
  const sum = (bytes: (document: Document) => number) =>
    documents.reduce((total, document) => total + bytes(document), 0)
  return (100 * sum((document) => document.bytesReceived)) / sum((document) => document.bytesTotal)
}
