import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { type DayCounts, dayCountsSchema } from '../../../../app/tally/series.ts'
import { sendCounts } from '../../../../main/guardian/network/counts.ts'
import { fakeScheduler } from '../../../doubles/scheduler.ts'

type Told = { day: string; counts: DayCounts }

/** A coordinator that keeps nothing, and fails when it is told to. */
async function forgetfulServer() {
  const told: Told[] = []
  const server = { told, asked: 0, status: 200 }
  const http = createServer(async (request, response) => {
    let body = ''
    for await (const piece of request) body += piece
    server.asked += 1
    const day = /days\/(.+)$/.exec(request.url ?? '')?.[1]
    if (server.status === 200 && day !== undefined) {
      told.push({ day, counts: dayCountsSchema.parse(JSON.parse(body)) })
    }
    response.writeHead(server.status === 200 && day !== undefined ? 204 : server.status).end('{}')
  })
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void http.close())
  const { port } = http.address() as AddressInfo
  return Object.assign(server, { pairing: { host: '127.0.0.1', port, fingerprint: null, token: 'a' } })
}

const one = { 'am/language/fr': 1 }

async function sending(days: Record<string, DayCounts>) {
  const server = await forgetfulServer()
  const scheduler = fakeScheduler()
  const counts = sendCounts(server.pairing, { days: async () => days }, scheduler, () => 0)
  return { server, scheduler, counts, days }
}

test('a quiet post compares all again every few hours, so that nothing stays lost on the other side', async () => {
  const { server, scheduler, counts } = await sending({ '2026-11-16': { 'series-one': one } })
  await counts.look()
  await scheduler.advance(3600)
  await counts.look()
  expect(server.told.map(({ day }) => day)).toEqual(['2026-11-16'])
  await scheduler.advance(6 * 3600)
  await counts.look()
  expect(server.told.map(({ day }) => day)).toEqual(['2026-11-16', '2026-11-16'])
})

test('only days that changed are told again', async () => {
  const { server, counts, days } = await sending({ '2026-11-16': { 'series-one': one } })
  await counts.look()
  days['2026-11-17'] = { 'series-one': one }
  counts.changed()
  await counts.look()
  expect(server.told.map(({ day }) => day)).toEqual(['2026-11-16', '2026-11-17'])
  const { asked } = server
  counts.changed()
  await counts.look()
  expect(server.asked, 'what is known on both sides costs no question').toBe(asked)
})

test('a server that fails is left longer and longer, however much is counted meanwhile', async () => {
  const { server, scheduler, counts } = await sending({ '2026-11-16': { 'series-one': one } })
  server.status = 503
  for (let second = 0; second < 600; second++) {
    counts.changed()
    await counts.look()
    await scheduler.advance(1)
  }
  expect(counts.isFailing()).toBe(true)
  expect(server.asked).toBeGreaterThan(5)
  expect(server.asked).toBeLessThan(15)
  server.status = 200
  await scheduler.advance(300)
  await counts.look()
  expect(counts.isFailing()).toBe(false)
  expect(server.told).toHaveLength(1)
})

test('a day of very many starts is told in pieces, and a day no coordinator takes holds up no other', async () => {
  const many = Object.fromEntries(Array.from({ length: 55 }, (_, start) => [`series-${start}-of-a-day`, one]))
  const { server, counts } = await sending({ '1970-01-01': { 'series-one': one }, '2026-11-16': many })
  await counts.look()
  expect(new Set(server.told.map(({ day }) => day))).toEqual(new Set(['2026-11-16']))
  expect(Object.assign({}, ...server.told.map(({ counts }) => counts))).toEqual(many)
})
