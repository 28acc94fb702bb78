import { type Aid, aids } from '../../app/contracts/visitor-aids.ts'
import type { SessionParts } from './session-duties.ts'
import type { Settings } from './settings.ts'

/** What every visitor of this post is opened with; what differs from person to person is added then. */
export function openingOf(settings: Settings): SessionParts['opening'] {
  const { policy } = settings
  return {
    structure: policy.post.structure,
    colour: policy.brand.colour ?? null,
    rules: policy.rules,
    languages: policy.languages,
    aids: aidsOf(settings),
    quotaBytes: settings.quotaBytes,
    scanner: policy.scanner !== undefined,
    navigation: policy.navigation,
    frameHosts: [...settings.frameHosts],
    ...policy.permissions,
    pagesMax: policy.printing.enabled ? policy.printing.pagesMax : null,
    touchKeyboard: policy.post.touchKeyboard,
  }
}

/** Which of our pages this post can fill. */
function aidsOf({ places, policy }: Settings): Aid[] {
  const is: Record<Aid, boolean> = {
    orientation: places !== null,
    autonomy: true,
    memoryAid: true,
    agenda: policy.agenda.feed !== undefined,
    mandate: true,
  }
  return aids.filter((aid) => is[aid])
}
