import { type KeyNotes, policyReference } from './reference.ts'

/** What both files of a template begin with. */
export const templateFrame =
  'revision="1.0" schemaVersion="1.0" xmlns="http://schemas.microsoft.com/GroupPolicy/2006/07/PolicyDefinitions"'

/** Keys that only hold others. One that can be left out means something by being there, and is a setting. */
export function templateCategories(): KeyNotes[] {
  return policyReference().filter(isCategory)
}

/** Keys that are set one by one; what lies inside lists and objects is set with them. `$schema` is for editors of files. */
export function templateSettings(): KeyNotes[] {
  return policyReference().filter(
    (note, _index, all) =>
      note.key !== '$schema' &&
      !isCategory(note) &&
      all.every((other) => isCategory(other) || !isInside(note, other)),
  )
}

function isCategory({ section, standard }: KeyNotes): boolean {
  return section && standard === '{}'
}

/** Whether a key is said inside the value of another. */
export function isInside(note: KeyNotes, other: KeyNotes): boolean {
  return note.key.startsWith(`${other.key}.`) || note.key.startsWith(`${other.key}[]`)
}

/** What a key is called where no dots are allowed. */
export function nameOf({ key }: KeyNotes): string {
  return key.replaceAll('.', '_')
}
