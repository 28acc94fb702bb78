import type { PairedPost } from './paired-post.ts'

/** Three weeks of a post: one with a small count in it, two that are small themselves. */
export async function tellWeeks(post: PairedPost): Promise<void> {
  await post.tellDay('2026-03-03', {
    'am/session/help=alone/end=person': 50,
    'pm/session/help=alone/end=idle': 30,
    'am/session/help=assistance/end=person': 3,
    'am/session/help=training/end=person': 40,
    'am/language/fr': 100,
    'pm/language/en': 23,
    'am/charter/2026-1': 123,
    'am/service/tax': 120,
    'am/service/health': 25,
    'am/autonomy/withHelp': 34,
    'pm/autonomy/firstSteps': 12,
    'pm/orientation/slip': 13,
    'am/feedback/yes': 30,
    'am/verdict/clean': 100,
    'pm/verdict/cleanLater': 23,
    'pm/latePage': 12,
  })
  await post.tellDay('2026-03-10', {
    'am/session/help=orientation/end=person': 9,
    'am/language/fr': 9,
    'am/feedback/partly': 4,
  })
  await post.tellDay('2026-03-17', { 'pm/session/help=orientation/end=time': 20, 'am/language/fr': 20 })
}
