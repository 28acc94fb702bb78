import type { PageTrouble } from '../../../app/documents/scanned-page.ts'

export type ScanOutcome =
  | { is: 'scanned' }
  | { is: 'cancelled' }
  | { is: 'failed'; why: Exclude<PageTrouble, 'late' | 'tooLarge'> }

/** The scanner of a post. */
export type Scanner = {
  /** Devices there are, as the policy may name them. @throws when that cannot be told in time */
  devices(): Promise<string[]>
  /**
   * Scans one page as a PDF.
   * @param into descriptor of an open file @param workIn folder by which the program that scans is known as the session's
   * @param onProgress percent, 0 to 100 @param signal cancels
   */
  scan(
    into: number,
    workIn: string,
    onProgress: (percent: number) => void,
    signal: AbortSignal,
  ): Promise<ScanOutcome>
}
