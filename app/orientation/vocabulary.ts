/**
 * The closed vocabularies of the national schema of places of digital mediation (LaMednum, v1.0.x), by our names.
 * A value is recognised by its folded beginning: versions differ in accents, in spelling and in the explanation that
 * may follow a colon or stand in brackets.
 */
import { fold } from '../lib/fold.ts'

/** What people come for: the column `services`. */
const needs = {
  procedures: ['aide aux demarches administratives'],
  everydayTools: ['maitrise des outils numeriques du quotidien'],
  work: ['insertion professionnelle via le numerique'],
  safety: ['utilisation securisee du numerique'],
  parenting: ['parentalite et education avec le numerique'],
  leisure: ['loisirs et creations numeriques'],
  understanding: ['comprehension du monde numerique'],
  access: ['acces internet et materiel informatique'],
  equipment: ['acquisition de materiel informatique a prix solidaire'],
} as const
export type Need = keyof typeof needs

/** Who is received with special care: the column `prise_en_charge_specifique`. */
const supports = {
  deafness: ['surdite'],
  sight: ['deficience visuelle'],
  mobility: ['handicaps moteurs'],
  mentalDisability: ['handicaps mentaux'],
  // « Illetrisme » stands in the schema's own example.
  illiteracy: ['illettrisme', 'illetrisme'],
  english: ['langues etrangeres (anglais)'],
  otherLanguages: ['langues etrangeres (autres)', 'langues etrangeres'],
} as const
export type Support = keyof typeof supports

/** What it costs: the column `frais_a_charge`. */
const fees = { free: ['gratuit'], conditional: ['gratuit sous condition'], paid: ['payant'] } as const

/** How one is helped: the column `modalites_accompagnement`. */
const accompaniments = {
  alone: ['en autonomie'],
  individual: ['accompagnement individuel'],
  workshop: ['dans un atelier collectif'],
  remote: ['a distance'],
} as const
export type Accompaniment = keyof typeof accompaniments

/** How one gets there: the column `modalites_acces`. */
const accesses = {
  visit: ['se presenter'],
  phone: ['telephoner'],
  mail: ['contacter par mail'],
  booking: ['prendre un rdv en ligne'],
  referral: ['envoyer un mail avec une fiche de prescription'],
  noPublic: ["ce lieu n'accueille pas de public"],
} as const

/** Whom a place is kept for, when it does not receive everyone: the column `publics_specifiquement_adresses`. */
const audiences = {
  youth: ['jeunes'],
  students: ['etudiants'],
  families: ['familles et/ou enfants'],
  seniors: ['seniors'],
  women: ['femmes'],
} as const

export const vocabularies = { needs, supports, fees, accompaniments, accesses, audiences }

/** Our names of a vocabulary's values, in order. */
export function termsOf<Term extends string>(vocabulary: Record<Term, unknown>): Term[] {
  return Object.keys(vocabulary) as Term[]
}

/** Several values in one cell: the schema's patterns part them with `|`, its README with `;`. */
export function valuesOf(cell: string): string[] {
  return cell
    .split(/[|;]/)
    .map((value) => value.trim())
    .filter((value) => value !== '')
}

/** Finds our name for a value; `undefined` for one that the vocabulary does not know. The longest beginning wins. */
export function recogniser<Term extends string>(
  vocabulary: Record<Term, readonly string[]>,
): (value: string) => Term | undefined {
  const beginnings = Object.entries<readonly string[]>(vocabulary)
    .flatMap(([term, texts]) => texts.map((text) => ({ term: term as Term, text })))
    .sort((a, b) => b.text.length - a.text.length)
  return (value) => {
    const folded = fold(value)
    const known = beginnings.find(({ text }) => folded.startsWith(text))
    return known && /^\s*($|[:(])/.test(folded.slice(known.text.length)) ? known.term : undefined
  }
}
