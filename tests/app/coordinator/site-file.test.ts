import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readSites } from '../../../app/coordinator/site-file.ts'

const header = 'id,pivot,nom,commune,code_postal,adresse,date_maj'
const row = (id: string, name: string, commune = 'Dax') =>
  `${id},00000,${name},${commune},40100,1 rue,2026-01-31`
const dax = { nationalId: 'n1', name: 'Le Phare', commune: 'Dax' }

test('sites are read from CSV, as published or as a spreadsheet saves it, and from JSON', () => {
  const published = `${header}\n${row('n1', 'Le Phare')}\n`
  const saved = `\uFEFF${published.replaceAll(',', ';').replaceAll('\n', '\r\n')}`
  const json = JSON.stringify([{ id: 'n1', nom: 'Le Phare', commune: 'Dax', courriels: 'x@example.org' }])
  for (const text of [published, saved, json]) expect(readSites(text)).toEqual({ sites: [dax], leftOut: [] })
})

test('a line without id or name is left out and told by its number, the others are taken', () => {
  const text = [header, row('', 'Sans identifiant'), row('n1', 'Le Phare'), row('n2', ' '), 'n3,00000'].join(
    '\n',
  )
  expect(readSites(text)).toEqual({ sites: [dax], leftOut: [2, 4, 5] })
})

test('a name over several lines or too long becomes one that fits', () => {
  const { sites } = readSites([header, row('n1', '"Le\n  Phare"'), row('n2', 'a'.repeat(300))].join('\n'))
  expect(sites.map(({ name }) => name)).toEqual(['Le Phare', 'a'.repeat(80)])
})

test('what is no such file holds no site, whatever it is', () => {
  for (const text of ['', '{}', '[]', 'nom,commune\nLe Phare,Dax', '%PDF-1.7'])
    expect(readSites(text).sites).toEqual([])
  fc.assert(fc.property(fc.string(), (text) => void readSites(text)))
})
