import type { MediaAccessPermissionRequest, Session, WebContents } from 'electron'
import type { TabView } from '../../app/contracts/visitor-page.ts'
import { mayUse } from '../../app/navigation/permissions.ts'

export type Capture = NonNullable<TabView['capture']>

/**
 * Answers what pages of the web ask to use.
 * @param hosts those that may use camera and microphone
 * @param capturing a page has been given them, until it is left; Electron does not tell when it lets go of them sooner
 */
export function answerPermissions(
  visit: Session,
  hosts: () => readonly string[],
  capturing: (page: WebContents, capture: Capture) => void,
): void {
  visit.setPermissionCheckHandler((_page, permission, origin) => mayUse(permission, origin, hosts()))
  visit.setPermissionRequestHandler((page, permission, answer, details) => {
    const capture = captureOf(details)
    const may = capture !== null && mayUse(permission, details.requestingUrl, hosts())
    if (may) capturing(page, capture)
    answer(may)
  })
}

/** `null` for anything else, the screen among it. */
function captureOf(details: object): Capture | null {
  const { mediaTypes = [] }: Partial<MediaAccessPermissionRequest> = details
  const [camera, microphone] = [mediaTypes.includes('video'), mediaTypes.includes('audio')]
  if (camera && microphone) return 'both'
  if (camera) return 'camera'
  return microphone ? 'microphone' : null
}
