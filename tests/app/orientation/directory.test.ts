import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readDirectory } from '../../../app/orientation/directory.ts'

const header = 'id,nom,commune,code_postal,adresse,date_maj,services,frais_a_charge,latitude,longitude'
const row = (id: string, more = '') => `${id},Le Phare,Rocheconte,00110,1 quai,2026-01-31${more}`
const full = `,"Aide aux démarches administratives|Accès internet et matériel informatique",Gratuit,46.1,-2.4`

describe('the directory of places', () => {
  test('is read from CSV and from JSON alike', () => {
    const fromCsv = readDirectory(`${header}\n${row('a', full)}\n`)
    const fromJson = readDirectory(
      JSON.stringify([
        {
          id: 'a',
          nom: 'Le Phare',
          commune: 'Rocheconte',
          code_postal: '00110',
          adresse: '1 quai',
          date_maj: '2026-01-31T10:00:00Z',
          services: 'Aide aux démarches administratives;Accès internet et matériel informatique',
          frais_a_charge: 'Gratuit : Je peux accéder gratuitement au lieu et à ses services',
          latitude: 46.1,
          longitude: -2.4,
        },
      ]),
    )
    expect(fromCsv.problems).toEqual([])
    expect(fromJson).toEqual(fromCsv)
    expect(fromCsv.places[0]).toMatchObject({
      name: 'Le Phare',
      needs: ['procedures', 'access'],
      fees: ['free'],
      position: { latitude: 46.1, longitude: -2.4 },
      updated: '2026-01-31',
    })
  })

  test('is read whatever a spreadsheet did to it: semicolons, CRLF, BOM, blank lines, capitals in the header', () => {
    const plain = readDirectory(`${header}\n${row('a', full)}\n`)
    const saved = `\uFEFF${header.toUpperCase()}\r\n\r\n${row('a', full)}\r\n`.replaceAll(',', ';')
    expect(readDirectory(saved)).toEqual(plain)
  })

  test('leaves out a row that lacks what people need, and says its line and field', () => {
    const text = `${header}\n${row('a', full)}\nb,,Rocheconte,110,1 quai,2026-01-31${full}\n${row('c', full)}\n`
    const { places, problems } = readDirectory(text)
    expect(places.map(({ id }) => id)).toEqual(['a', 'c'])
    expect(problems.map(({ line, field }) => [line, field])).toEqual([
      [3, 'nom'],
      [3, 'code_postal'],
    ])
  })

  test('counts lines as an editor does, line breaks inside a cell too', () => {
    const text = `${header}\n${row('a', full).replace('Le Phare', '"Le\nPhare"')}\n\n${row('b', ',Sieste,,,')}\n`
    expect(readDirectory(text).problems).toEqual([
      { line: 5, field: 'services', cure: expect.stringContaining('"Sieste"') },
    ])
  })

  test('keeps a place whose other fields are wrong, without them', () => {
    const { places, problems } = readDirectory(
      `${header},site_web\n${row('a', ',Sieste|Aide aux démarches administratives,,460,-2.4,javascript:alert(1)')}\n`,
    )
    expect(places[0]).toMatchObject({ needs: ['procedures'], position: null, website: null })
    expect(problems.map(({ field }) => field)).toEqual(['latitude', 'site_web', 'services'])
  })

  test('shows a place once, and tells of the second row', () => {
    const { places, problems } = readDirectory(`${header}\n${row('a', full)}\n${row('a', full)}\n`)
    expect(places).toHaveLength(1)
    expect(problems).toEqual([{ line: 3, field: 'id', cure: expect.stringContaining('twice') }])
  })

  test('says which columns or cells are missing rather than blaming every row', () => {
    expect(readDirectory('id,nom\na,b\n').problems.map(({ line, field }) => [line, field])).toEqual([
      [1, 'commune'],
      [1, 'code_postal'],
      [1, 'adresse'],
    ])
    expect(readDirectory(`${header}\na,b\n`).problems).toEqual([
      { line: 2, field: '', cure: expect.stringContaining('has 2 cells, the header 10') },
    ])
    expect(readDirectory('{"places": []}')).toEqual({
      places: [],
      problems: [{ line: 1, field: '', cure: 'must be a JSON list of places' }],
    })
  })

  test('never throws, whatever the file', () => {
    const junk = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.json(),
      fc.string().map((text) => `${header}\n${text}`),
    )
    fc.assert(
      fc.property(junk, (text) => {
        for (const place of readDirectory(text).places) expect(place.name).not.toBe('')
      }),
    )
  })
})
