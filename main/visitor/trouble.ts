import type { TabView } from '../../app/contracts/visitor-page.ts'

export type Trouble = NonNullable<TabView['trouble']>

const aborted = -3
const accessDenied = -10
/** Blocked by the client, an administrator, the response, a content security policy; led to a scheme of the machine. */
const blocked = [-20, -22, -27, -30, -301, -302, -311]

/**
 * What a failed load is told as, or `null` for one that was merely given up.
 * @param code Chromium's network error, below 0 (net_error_list.h: −200 to −299 are certificates)
 */
export function troubleOf(code: number): Trouble | null {
  if (code === aborted) return null
  if (code <= -200 && code > -300) return 'certificate'
  return code === accessDenied || blocked.includes(code) ? 'refused' : 'unreachable'
}
