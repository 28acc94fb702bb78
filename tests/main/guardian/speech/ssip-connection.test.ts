import { once } from 'node:events'
import { connect, createServer, type Server, type Socket } from 'node:net'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { type SsipConnection, ssipConnection } from '../../../../main/guardian/speech/ssip-connection.ts'
import { temporaryFolder } from '../../../doubles/temporary-folder.ts'

let server: Server
let connection: SsipConnection
afterEach(() => {
  connection.close()
  server.close()
})

/** A server that answers as it is told, and keeps what it was told. */
async function talk(answer: (line: string, to: Socket) => void): Promise<string[]> {
  const heard: string[] = []
  const path = join(await temporaryFolder(), 'socket')
  server = createServer((socket) => {
    let unread = ''
    socket.setEncoding('utf8').on('data', (text: string) => {
      const lines = (unread + text).split('\r\n')
      unread = lines.pop() ?? ''
      for (const line of lines) {
        heard.push(line)
        answer(line, socket)
      }
    })
    socket.on('error', () => {})
  })
  await once(server.listen(path), 'listening')
  const socket = connect(path)
  await once(socket, 'connect')
  connection = ssipConnection(socket)
  return heard
}

const queued = (message: number) => `225-${message}\r\n225 OK MESSAGE QUEUED\r\n`
const ended = (message: number, code = 702) => `${code}-${message}\r\n${code}-1\r\n${code} END\r\n`

test('says a text, and knows when it was said, even when that comes at once', async () => {
  const heard = await talk((line, to) => {
    if (line === 'SPEAK') to.write('230 OK RECEIVING DATA\r\n')
    if (line === '.') to.write(queued(1) + ended(1))
  })
  await connection.speak('.Bonjour.')
  expect(heard).toEqual(['SPEAK', '..Bonjour.', '.'])
})

test('the end of another message is not its own', async () => {
  let to: Socket | undefined
  await talk((line, socket) => {
    to = socket
    if (line === 'SPEAK') socket.write('230 OK RECEIVING DATA\r\n')
    if (line === '.') socket.write(queued(2) + ended(1, 703))
    if (line === 'STATE') socket.write('200 OK\r\n')
  })
  let isOver = false
  const spoken = connection.speak('Deux.').then(() => {
    isOver = true
  })
  await connection.command('STATE')
  expect(isOver).toBe(false)
  to?.write(ended(2, 703))
  await spoken
})

test('a command never comes between « speak » and its text', async () => {
  let to: Socket | undefined
  const heard = await talk((line, socket) => {
    to = socket
    if (line === '.') socket.write(queued(1) + ended(1))
    if (line === 'CANCEL SELF') socket.write('210 OK CANCELED\r\n')
  })
  const spoken = connection.speak('Bonjour.')
  const cancelled = connection.command('CANCEL SELF')
  await expect.poll(() => heard).toEqual(['SPEAK'])
  to?.write('230 OK RECEIVING DATA\r\n')
  await Promise.all([spoken, cancelled])
  expect(heard).toEqual(['SPEAK', 'Bonjour.', '.', 'CANCEL SELF'])
})

test('a refusal is told, and the next command is answered all the same', async () => {
  await talk((line, to) => to.write(line === 'NO' ? '500 ERR INVALID COMMAND\r\n' : '208 OK\r\n'))
  await expect(connection.command('NO')).rejects.toThrow('500')
  expect((await connection.command('YES')).code).toBe(208)
})

test.each([
  ['that goes', (to: Socket) => to.destroy()],
  ['of another protocol', (to: Socket) => to.write('hello\r\n')],
])('a server %s is lost to whoever waits, and to whoever comes later', async (_name, answer) => {
  await talk((_line, to) => answer(to))
  await expect(connection.speak('Bonjour.')).rejects.toThrow('server')
  await expect(connection.command('SET SELF LANGUAGE fr')).rejects.toThrow('server')
})
