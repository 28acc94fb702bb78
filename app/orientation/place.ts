import type { Access, Accompaniment, Audience, Fee, Need, Support } from './vocabulary.ts'

/** Degrees of WGS 84. */
export type Position = { latitude: number; longitude: number }

/** A place of digital mediation, as people need it. What its file does not say is `null` or empty. */
export type Place = {
  id: string
  name: string
  commune: string
  /** Five digits. */
  postalCode: string
  address: string
  addressDetail: string | null
  position: Position | null
  phone: string | null
  emails: string[]
  /** Web addresses, http or https. */
  website: string | null
  booking: string | null
  /** In OpenStreetMap's syntax: see `readOpeningHours`. */
  openingHours: string | null
  summary: string | null
  /** Day of its last update, `2026-03-31`. */
  updated: string | null
  needs: Need[]
  supports: Support[]
  audiences: Audience[]
  fees: Fee[]
  accesses: Access[]
  accompaniments: Accompaniment[]
  /** National programmes, in the file's own words: « France Services ». */
  programmes: string[]
}
