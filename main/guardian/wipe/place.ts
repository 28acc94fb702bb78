import type { PlaceOutcome } from '../../../app/wipe/verdict.ts'

/**
 * One place of a person. Wiping may fail in any way; what counts is what reading it back shows.
 * Doing either twice is safe.
 */
export type WipePlace = {
  place: PlaceOutcome['place']
  /** @throws why it could not be done; a reading follows all the same */
  wipe(): Promise<void>
  /** What is there now. @param trouble why the wipe failed, if it did @throws when it cannot be looked at */
  readBack(trouble: string | null): Promise<PlaceOutcome>
}
