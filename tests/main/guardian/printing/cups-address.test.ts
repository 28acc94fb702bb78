import { expect, test } from 'vitest'
import { readServerAddress, serverAddress } from '../../../../main/guardian/printing/cups-address.ts'

const local = { socketPath: '/run/cups/cups.sock', orElse: { host: '127.0.0.1', port: 631 } }

test.each([
  ['', local],
  ['# ServerName elsewhere\n', local],
  ['ServerName /run/other.sock\n', { socketPath: '/run/other.sock' }],
  ['Encryption Required\n  ServerName print.example\n', { host: 'print.example', port: 631 }],
  ['ServerName localhost\n', { host: '127.0.0.1', port: 631 }],
  ['servername print.example:8631/version=1.1\n', { host: 'print.example', port: 8631 }],
])('client.conf %j names the print server', (conf, address) => {
  expect(serverAddress(conf)).toEqual(address)
})

test('without client.conf the print server is this machine’s', () => {
  expect(readServerAddress(undefined, '/nonexistent/client.conf')).toEqual(local)
})

test('the environment names the print server before client.conf does', () => {
  expect(readServerAddress('/run/other.sock', '/etc/passwd')).toEqual({ socketPath: '/run/other.sock' })
})
