import {
  anything,
  type Cell,
  day,
  degrees,
  filled,
  postalCode,
  several,
  type Text,
  terms,
  webAddress,
} from './cell.ts'
import type { Place } from './place.ts'
import { type DirectoryProblem, type Row, rowsOf, textIn } from './rows.ts'
import { vocabularies } from './vocabulary.ts'

// Made once: a network's directory has thousands of rows.
const needs = terms(vocabularies.needs)
const supports = terms(vocabularies.supports)
const audiences = terms(vocabularies.audiences)
const fees = terms(vocabularies.fees)
const accesses = terms(vocabularies.accesses)
const accompaniments = terms(vocabularies.accompaniments)

/** What could be read. A row that lacks what people need is left out; any other wrong field is left empty. */
export type Directory = { places: Place[]; problems: DirectoryProblem[] }

/**
 * Reads a directory in the national schema of places of digital mediation (LaMednum, v1.0.x), CSV or JSON. Never
 * throws.
 */
export function readDirectory(text: string): Directory {
  const { rows, problems } = rowsOf(text)
  const places = new Map<string, Place>()
  for (const row of rows) {
    const place = readPlace(row, problems)
    if (place === null) continue
    if (places.has(place.id))
      problems.push({ line: row.line, field: 'id', cure: 'stands twice; this second row is left out' })
    else places.set(place.id, place)
  }
  return { places: [...places.values()], problems }
}

function readPlace(row: Row, problems: DirectoryProblem[]): Place | null {
  let usable = true
  const read = <T>(field: string, cell: (text: Text) => Cell<T>): T => {
    const { value, cure } = cell(textIn(row, field))
    if (cure !== undefined) problems.push({ line: row.line, field, cure })
    return value
  }
  const needed = (field: string, cell: (text: Text) => Cell<string>): string => {
    const value = read(field, cell)
    usable &&= value !== ''
    return value
  }
  const latitude = read('latitude', degrees(90))
  const longitude = read('longitude', degrees(180))
  const place: Place = {
    id: needed('id', filled),
    name: needed('nom', filled),
    commune: needed('commune', filled),
    postalCode: needed('code_postal', postalCode),
    address: needed('adresse', filled),
    addressDetail: read('complement_adresse', anything),
    position: latitude === null || longitude === null ? null : { latitude, longitude },
    phone: read('telephone', anything),
    emails: read('courriels', several),
    website: read('site_web', webAddress),
    booking: read('prise_rdv', webAddress),
    openingHours: read('horaires', anything),
    summary: read('presentation_resume', anything),
    updated: read('date_maj', day),
    needs: read('services', needs),
    supports: read('prise_en_charge_specifique', supports),
    audiences: read('publics_specifiquement_adresses', audiences),
    fees: read('frais_a_charge', fees),
    accesses: read('modalites_acces', accesses),
    accompaniments: read('modalites_accompagnement', accompaniments),
    programmes: read('dispositif_programmes_nationaux', several),
  }
  return usable ? place : null
}
