import { readFile } from 'node:fs/promises'
import { csvParse } from 'd3-dsv'
import { describe, expect, test } from 'vitest'

const read = (name: string) =>
  readFile(new URL(`../../assets/accessibility/${name}`, import.meta.url), 'utf8')
const rgaa = csvParse(await read('rgaa-4.1.2.csv'))
const en = csvParse(await read('en-301-549.csv'))
const parts = {
  gardien: 'Gardien',
  session: 'Fenêtre de session',
  'tableau de bord': 'Tableau de bord',
} as const
const states = ['C', 'NC', 'NA', 'NT'] as const

/** How many criteria each of the thirteen topics of RGAA 4.1.2 has. */
const perTopic = [9, 2, 3, 13, 8, 2, 5, 10, 4, 14, 13, 11, 12]

describe('the grid of RGAA 4.1.2', () => {
  test('has its 106 criteria, each once and in order', () => {
    const criteria = perTopic.flatMap((count, topic) =>
      Array.from({ length: count }, (_, at) => `${topic + 1}.${at + 1}`),
    )
    expect(criteria).toHaveLength(106)
    expect(rgaa.map(({ critère }) => critère)).toEqual(criteria)
  })

  test('says of each criterion, for each part, what holds, and how that was seen', () => {
    for (const row of rgaa) {
      expect(row.objet, row.critère).toBeTruthy()
      expect(row.vérification, row.critère).toBeTruthy()
      for (const part of Object.keys(parts)) expect(states, `${row.critère}, ${part}`).toContain(row[part])
    }
  })

  test('has the sums that its page gives', async () => {
    const page = await read('README.md')
    for (const [part, name] of Object.entries(parts)) {
      const sums = states.map((state) => rgaa.filter((row) => row[part] === state).length)
      expect(page).toContain(`| ${name} | ${sums.join(' | ')} |`)
    }
  })
})

test('the table of EN 301 549 says of each requirement what holds, and how that was seen', () => {
  expect(en.length).toBeGreaterThan(0)
  for (const row of en) {
    expect(states, row.exigence).toContain(row.état)
    expect(row.vérification, row.exigence).toBeTruthy()
  }
})
