import { expect, test } from 'vitest'
import { readCommandLine } from '../../../main/coordinator/command-line.ts'

const settingsOf = (args: string[], env: NodeJS.ProcessEnv = {}) => {
  const asked = readCommandLine(args, env)
  return 'settings' in asked ? asked.settings : asked
}

test('without arguments it serves over TLS from a file, and hides cells under 11', () => {
  expect(readCommandLine([], {})).toMatchObject({
    is: 'serve',
    settings: {
      port: 7443,
      databaseUrl: undefined,
      plainHttp: false,
      metricsToken: undefined,
      threshold: 11,
    },
  })
})

test('the database’s address and the metrics token come from the environment alone', () => {
  const env = { DATABASE_URL: 'postgres://here/estran', ESTRAN_METRICS_TOKEN: 'secret' }
  expect(settingsOf([], env)).toMatchObject({ databaseUrl: 'postgres://here/estran', metricsToken: 'secret' })
  expect(settingsOf([], { DATABASE_URL: '' })).toMatchObject({ databaseUrl: undefined })
})

test('backup and restore name one file', () => {
  expect(readCommandLine(['backup', 'a.gz', '--folder', 'b'], {})).toMatchObject({
    is: 'backup',
    file: 'a.gz',
    settings: { folder: 'b' },
  })
  expect(readCommandLine(['restore', 'a.gz', '--replace'], {})).toMatchObject({
    is: 'restore',
    replace: true,
  })
})

test.each([
  [['--port', '70000'], /--port is "70000"/],
  [['--threshold', '1'], /--threshold is "1"/],
  [['--certificate', 'a.pem'], /--certificate and --key go together/],
  [['--colour'], /--colour/],
  [['serve'], /serve: is no command/],
  [['backup'], /backup: name one file/],
  [['backup', 'a', 'b'], /backup: name one file/],
])('%j is refused, with what is wrong', (args, message) => {
  expect(readCommandLine(args, {})).toEqual({ is: 'wrong', message: expect.stringMatching(message) })
})
