import { z } from 'zod'

/** A document of the session as the shelf shows it. It exists only inside the session root. */
export const documentSchema = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(['pdf', 'image', 'other']),
  /** Downloaded from the web, or come from a scanner or a USB stick. */
  origin: z.enum(['web', 'scan', 'stick']),
  bytesReceived: z.number().nonnegative(),
  /** 0 when the server did not say. */
  bytesTotal: z.number().nonnegative(),
  state: z.enum(['arriving', 'complete', 'interrupted']),
})
export type Document = z.infer<typeof documentSchema>

/** What can be opened inside the session; everything else can only be kept or deleted. */
export function kindOf(name: string): Document['kind'] {
  const extension = name.toLowerCase().split('.').at(-1) ?? ''
  if (extension === 'pdf') return 'pdf'
  return ['png', 'jpg', 'jpeg', 'gif', 'webp'].includes(extension) ? 'image' : 'other'
}

/** Bytes the documents of a session may take, those still arriving counted at their announced size. */
export function bytesUsed(documents: readonly Document[]): number {
  return documents.reduce((sum, document) => sum + Math.max(document.bytesReceived, arriving(document)), 0)
}

/** Whether a document of this announced size still fits; 0 (unknown) fits while anything is left. */
export function fits(documents: readonly Document[], bytes: number, quotaBytes: number): boolean {
  return bytesUsed(documents) + Math.max(bytes, 1) <= quotaBytes
}

function arriving(document: Document): number {
  return document.state === 'arriving' ? document.bytesTotal : 0
}
