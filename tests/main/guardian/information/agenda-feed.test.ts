import '../../../doubles/silent-log.ts'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { agendaFeed } from '../../../../main/guardian/information/agenda-feed.ts'
import { fetchText } from '../../../../main/guardian/information/fetch-text.ts'
import { log } from '../../../../main/lib/log.ts'
import { fakeScheduler } from '../../../doubles/scheduler.ts'
import { temporaryFolder } from '../../../doubles/temporary-folder.ts'

const calendar = (title: string) =>
  [
    ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:test', 'BEGIN:VEVENT', 'UID:1'],
    ...[
      'DTSTART:20261121T090000Z',
      'DTEND:20261121T110000Z',
      `SUMMARY:${title}`,
      'END:VEVENT',
      'END:VCALENDAR',
    ],
  ].join('\r\n')

test('a feed that cannot be reached any more, or answers something else, leaves the last copy and tells the admin', async () => {
  const copy = join(await temporaryFolder(), 'agenda.ics')
  const scheduler = fakeScheduler()
  const warned = vi.spyOn(log, 'warn')
  const isTold = (trouble: string) =>
    vi.waitFor(() => expect(warned).toHaveBeenCalledWith(expect.stringContaining(trouble)))
  const answers = [async () => calendar('Premiers clics'), async () => '<html>sign in</html>']
  const down = async () => {
    throw new Error('answer 503')
  }
  const address = 'https://agenda.example/feed.ics'
  const feed = agendaFeed(address, copy, 30, scheduler, () => (answers.shift() ?? down)())
  const titles = async () => (await feed.read()).workshops.map(({ title }) => title)
  expect(await titles()).toEqual(['Premiers clics'])
  for (const trouble of ['not an iCalendar feed', 'answer 503']) {
    await scheduler.advance(3 * 3600)
    await isTold(trouble)
    expect(await titles()).toEqual(['Premiers clics'])
  }
  // A post that starts without a network still has the copy.
  const after = agendaFeed(address, copy, 30, scheduler, down)
  expect((await after.read()).workshops).toHaveLength(1)
})

test('a feed that was never there is empty, and says so', async () => {
  const none = join(await temporaryFolder(), 'none.ics')
  expect(await agendaFeed(none, '', 30, fakeScheduler(), fetchText).read()).toEqual({
    workshops: [],
    asOf: null,
  })
})

test('an address without https is not read', async () => {
  const server = createServer((_request, response) => response.end(calendar('Sans chiffrement')))
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  await expect(fetchText(`http://127.0.0.1:${port}/`)).rejects.toThrow('without https')
  server.close()
})
