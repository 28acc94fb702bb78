import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readAgenda } from '../../../app/agenda/agenda.ts'

const paris = 'Europe/Paris'
const now = (text: string) => Date.parse(text)

/** A described Europe/Paris, as calendars export it. */
const parisZone = `BEGIN:VTIMEZONE
TZID:Europe/Paris
BEGIN:DAYLIGHT
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
DTSTART:19810329T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
BEGIN:STANDARD
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
DTSTART:19961027T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
END:VTIMEZONE`

const event = (lines: string, uid = 'a') => `BEGIN:VEVENT\nUID:${uid}\nSUMMARY:Atelier\n${lines}\nEND:VEVENT`
const feed = (...parts: string[]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', ...parts, 'END:VCALENDAR', ''].join('\n').replaceAll('\n', '\r\n')

function read(text: string, from = '2026-11-22T09:00:00Z', days = 30, zone = paris) {
  return readAgenda(text, { nowMs: now(from), days, zone })
}
const dates = (text: string, from?: string, days?: number, zone?: string) => {
  const { workshops, problems } = read(text, from, days, zone)
  expect(problems).toEqual([])
  return workshops.map(({ day, from }) => `${day} ${from ?? 'all day'}`)
}

describe('the agenda', () => {
  test('shows what is to come within the period, by date, with its place and hours', () => {
    const text = feed(
      event(
        'DTSTART:20261203T130000Z\nDTEND:20261203T150000Z\nLOCATION:Médiathèque\nDESCRIPTION:Une\\nclé',
        'b',
      ),
      event('DTSTART:20261124T090000Z\nDURATION:PT1H30M'),
      event('DTSTART:20261120T090000Z\nDTEND:20261120T100000Z', 'past'),
      event('DTSTART:20270120T090000Z\nDTEND:20270120T100000Z', 'far'),
    )
    expect(read(text).problems).toEqual([])
    expect(read(text).workshops).toMatchObject([
      { title: 'Atelier', place: null, day: '2026-11-24', from: '10:00', until: '11:30' },
      { place: 'Médiathèque', description: 'Une\nclé', day: '2026-12-03', from: '14:00', until: '16:00' },
    ])
  })

  test('keeps the hour on the wall when the clocks change, zone described or only named', () => {
    const weekly = event('DTSTART;TZID=Europe/Paris:20261019T140000\nRRULE:FREQ=WEEKLY;COUNT=3')
    const wanted = ['2026-10-19 14:00', '2026-10-26 14:00', '2026-11-02 14:00']
    expect(dates(feed(parisZone, weekly), '2026-10-01T00:00:00Z', 60)).toEqual(wanted)
    expect(dates(feed(weekly), '2026-10-01T00:00:00Z', 60)).toEqual(wanted)
  })

  test('shows hours in the time zone of the post', () => {
    const text = feed(event('DTSTART;TZID=Europe/Paris:20261124T140000\nDURATION:PT1H'))
    expect(dates(text, undefined, 30, 'Indian/Reunion')).toEqual(['2026-11-24 17:00'])
    expect(dates(text.replace(';TZID=Europe/Paris', ''), undefined, 30, 'Indian/Reunion')).toEqual([
      '2026-11-24 14:00',
    ])
  })

  test('counts the last date of a rule in, whatever way its zone is told', () => {
    const until = event('DTSTART;TZID=Europe/Paris:20261123T140000\nRRULE:FREQ=DAILY;UNTIL=20261125T130000Z')
    const wanted = ['2026-11-23 14:00', '2026-11-24 14:00', '2026-11-25 14:00']
    expect(dates(feed(parisZone, until))).toEqual(wanted)
    expect(dates(feed(until))).toEqual(wanted)
  })

  test('leaves excluded dates out and adds the extra ones', () => {
    const text = feed(
      event(
        'DTSTART;TZID=Europe/Paris:20261124T100000\nRRULE:FREQ=WEEKLY;BYDAY=TU;COUNT=3\nEXDATE;TZID=Europe/Paris:20261201T100000\nRDATE;TZID=Europe/Paris:20261203T100000',
      ),
    )
    expect(dates(text)).toEqual(['2026-11-24 10:00', '2026-12-03 10:00', '2026-12-08 10:00'])
  })

  test('follows an occurrence that was moved, out of its series or into the period, and one that was cancelled', () => {
    const change = (id: string, lines: string) =>
      event(`RECURRENCE-ID;TZID=Europe/Paris:${id}\n${lines}`).replace('Atelier', 'Atelier changé')
    const text = feed(
      event('DTSTART;TZID=Europe/Paris:20261124T100000\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;COUNT=10'),
      change('20261201T100000', 'DTSTART;TZID=Europe/Paris:20261202T150000\nDURATION:PT1H'),
      change('20261208T100000', 'DTSTART;TZID=Europe/Paris:20261208T100000\nSTATUS:CANCELLED'),
      change('20270105T100000', 'DTSTART;TZID=Europe/Paris:20261216T150000\nDURATION:PT1H'),
    )
    expect(dates(text)).toEqual([
      '2026-11-24 10:00',
      '2026-12-02 15:00',
      '2026-12-15 10:00',
      '2026-12-16 15:00',
    ])
  })

  test('never gives the changes of one event to another', () => {
    const text = feed(
      event('DTSTART:20261124T090000Z\nRRULE:FREQ=DAILY;COUNT=2', 'a'),
      event('DTSTART:20261124T090000Z\nRRULE:FREQ=DAILY;COUNT=2', 'b'),
      event('RECURRENCE-ID:20261125T090000Z\nDTSTART:20261125T090000Z\nSTATUS:CANCELLED', 'b'),
    )
    expect(dates(text)).toEqual(['2026-11-24 10:00', '2026-11-24 10:00', '2026-11-25 10:00'])
  })

  test.each([
    ['20261103', 'FREQ=MONTHLY;BYDAY=1TU', ['2026-12-01', '2027-01-05', '2027-02-02']],
    ['20261030', 'FREQ=MONTHLY;BYDAY=-1FR', ['2026-11-27', '2026-12-25', '2027-01-29']],
    ['20261030', 'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1', ['2026-11-30', '2026-12-31', '2027-01-29']],
    ['20261031', 'FREQ=MONTHLY;BYMONTHDAY=31', ['2026-12-31', '2027-01-31', '2027-03-31']],
    ['20261117', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH', ['2026-12-01', '2026-12-03', '2026-12-15']],
  ])('repeats as planned, from %s: %s', (start, rule, wanted) => {
    const text = feed(event(`DTSTART;TZID=Europe/Paris:${start}T140000\nRRULE:${rule}`))
    expect(dates(text, undefined, 150).slice(0, 3)).toEqual(wanted.map((day) => `${day} 14:00`))
  })

  test('shows whole days as days, their last one included', () => {
    const text = feed(event('DTSTART;VALUE=DATE:20261205\nDTEND;VALUE=DATE:20261207'))
    expect(read(text).workshops).toMatchObject([
      { day: '2026-12-05', lastDay: '2026-12-06', from: null, until: null },
    ])
  })

  test('still shows what is under way', () => {
    const text = feed(event('DTSTART:20261122T080000Z\nDTEND:20261122T100000Z'))
    expect(dates(text)).toEqual(['2026-11-22 09:00'])
    expect(dates(text, '2026-11-22T10:00:00Z')).toEqual([])
  })

  test('shows nothing private or cancelled', () => {
    const text = feed(
      event('DTSTART:20261124T090000Z\nCLASS:PRIVATE', 'a'),
      event('DTSTART:20261124T090000Z\nCLASS:CONFIDENTIAL', 'b'),
      event('DTSTART:20261124T090000Z\nSTATUS:CANCELLED', 'c'),
    )
    expect(dates(text)).toEqual([])
  })

  test.each(['', 'not a calendar', '<html></html>', 'BEGIN:VEVENT\r\nEND:VEVENT\r\n'])(
    'says that « %s » is no feed',
    (text) => {
      expect(read(text)).toEqual({
        workshops: [],
        problems: [{ event: '', cure: expect.stringContaining('is not an iCalendar feed') }],
      })
    },
  )

  test('tells of an event it cannot read or follow, and shows the others', () => {
    const text = feed(
      event('DTSTART:20261124T090000Z\nRRULE:FREQ=SECONDLY', 'often'),
      event('RRULE:FREQ=DAILY', 'no start'),
      event('DTSTART;TZID=Nowhere/Land:20261124T140000', 'odd zone'),
      event('DTSTART:19010101T090000Z\nRRULE:FREQ=DAILY', 'for ever'),
      event('DTSTART:20261125T090000Z', 'good'),
    )
    const { workshops, problems } = read(text)
    expect(workshops.map(({ day, from }) => `${day} ${from}`)).toEqual([
      '2026-11-24 14:00',
      '2026-11-25 10:00',
    ])
    expect(problems.map(({ cure }) => cure)).toEqual([
      expect.stringContaining('FREQ=SECONDLY'),
      expect.stringContaining('cannot be read'),
      expect.stringContaining('Nowhere/Land'),
      expect.stringContaining('20000 times'),
    ])
  })

  test('ends and never throws, whatever rule a feed holds', () => {
    const some = <T>(values: readonly T[]) =>
      fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: 3 })
    const days = ['MO', 'WE', '1TU', '5MO', '-1FR']
    const part = fc.oneof(
      some(days).map((list) => `BYDAY=${list}`),
      some([1, 29, 30, 31, -1]).map((list) => `BYMONTHDAY=${list}`),
      some([2, 4, 11]).map((list) => `BYMONTH=${list}`),
      fc.constantFrom('BYSETPOS=1', 'BYSETPOS=5', 'BYYEARDAY=366', 'BYWEEKNO=53', 'BYHOUR=3'),
      fc.constantFrom('INTERVAL=0', 'INTERVAL=2', 'INTERVAL=7', 'INTERVAL=12', 'INTERVAL=99999999'),
      fc.constantFrom('COUNT=3', 'UNTIL=20270101T000000Z', 'WKST=SU'),
    )
    const rule = fc.tuple(
      fc.constantFrom('SECONDLY', 'HOURLY', 'DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'),
      fc.uniqueArray(part, { maxLength: 4, selector: (text) => text.split('=')[0] }),
    )
    fc.assert(
      fc.property(rule, ([frequency, parts]) => {
        const lines = `DTSTART;TZID=Europe/Paris:20260131T140000\nRRULE:${[`FREQ=${frequency}`, ...parts].join(';')}`
        for (const { day } of read(feed(event(lines))).workshops) expect(day >= '2026-11-22').toBe(true)
      }),
      { numRuns: 300 },
    )
  }, 60_000)
})
