import { z } from 'zod'

/** Why a scanned page did not reach the shelf: it came too near to the person before, or the scanner's own trouble. */
const pageTroubles = [
  'late',
  'tooLarge',
  'failed',
  'jammed',
  'empty',
  'coverOpen',
  'busy',
  'noScanner',
] as const
export const pageTroubleSchema = z.enum(pageTroubles)
export type PageTrouble = z.infer<typeof pageTroubleSchema>

/** Whether a file a scanner has dropped is a page, and neither hidden nor a name it uses while it writes. */
export function isPage(name: string): boolean {
  return !name.startsWith('.') && !/(\.(tmp|temp|part|partial|filepart|lock|db|ini)|~)$/i.test(name)
}
