import { describe, expect, test } from 'vitest'
import { ownArguments, readCommandLine } from '../../../main/guardian/command-line.ts'
import { exitCodes } from '../../../main/guardian/exit-codes.ts'
import { help } from '../../../main/guardian/help.ts'

const packaged = (...args: string[]) => readCommandLine(args, false)
const fromSource = (...args: string[]) => readCommandLine(args, true)

const plain = { policyFile: undefined, stateFolder: undefined, kiosk: false, visitorDebugging: false }

describe('the command line', () => {
  test('runs a post, with the machine’s own files unless others are named', () => {
    expect(packaged()).toEqual({ is: 'run', commandLine: plain })
    expect(packaged('--policy', 'p.json', '--state=/s', '--kiosk')).toEqual({
      is: 'run',
      commandLine: { ...plain, policyFile: 'p.json', stateFolder: '/s', kiosk: true },
    })
  })

  test('answers what needs no window', () => {
    expect(packaged('--version')).toEqual({ is: 'version' })
    expect(packaged('--help', '--kiosk')).toEqual({ is: 'help' })
  })

  test('checks a policy, explains a key of it, prints it as it is followed', () => {
    expect(packaged('policy', '--check')).toEqual({ is: 'checkPolicy', policyFile: undefined })
    for (const named of [['p.json'], ['--policy', 'p.json']]) {
      expect(packaged('policy', '--check', ...named)).toEqual({ is: 'checkPolicy', policyFile: 'p.json' })
    }
    expect(packaged('policy', '--explain', 'post.desk', '--policy=p.json')).toEqual({
      is: 'explainPolicy',
      policyFile: 'p.json',
      key: 'post.desk',
    })
    expect(packaged('policy', '--print-effective')).toEqual({ is: 'printPolicy', policyFile: undefined })
    for (const half of [
      ['policy'],
      ['--explain', 'post'],
      ['policy', '--explain'],
      ['policy', '--verify'],
      ['policy', '--check', '--print-effective'],
      ['policy', '--check', 'p.json', 'more'],
      ['policy', '--check', 'p.json', '--policy', 'q.json'],
      ['policy', '--print-effective', 'p.json'],
    ]) {
      expect(packaged(...half).is, half.join(' ')).toBe('wrong')
    }
  })

  test('leaves the coordinator’s options to the coordinator', () => {
    expect(packaged('coordinator', '--port', '8443', 'backup', 'f.gz')).toEqual({
      is: 'coordinator',
      args: ['--port', '8443', 'backup', 'f.gz'],
    })
  })

  test('opens the desk on a coordinator of its own, or on one known by its certificate', () => {
    const bytes = Array(32).fill('AB')
    expect(packaged('desk')).toEqual({ is: 'desk', known: null })
    expect(packaged('desk', 'https://accueil.lan:7443/posts')).toEqual({
      is: 'desk',
      known: { address: 'https://accueil.lan:7443', fingerprint: null },
    })
    expect(packaged('desk', 'https://10.0.0.5:7443', '--certificate', bytes.join(':'))).toEqual({
      is: 'desk',
      known: { address: 'https://10.0.0.5:7443', fingerprint: 'ab'.repeat(32) },
    })
    for (const wrong of [
      ['desk', 'accueil'],
      ['desk', 'http://accueil:7443'],
      ['desk', 'javascript:1'],
      ['desk', 'https://a', 'more'],
      ['desk', 'https://a', '--certificate', 'abcd'],
      ['desk', '--certificate', bytes.join('')],
      ['check', '--certificate', bytes.join('')],
    ]) {
      expect(packaged(...wrong).is, wrong.join(' ')).toBe('wrong')
    }
  })

  test('checks a post, for people or for programs', () => {
    const files = { policyFile: undefined, stateFolder: undefined }
    expect(packaged('check')).toEqual({ is: 'check', ...files, json: false })
    expect(packaged('check', '--json', '--state', '/s')).toEqual({
      is: 'check',
      ...files,
      stateFolder: '/s',
      json: true,
    })
    for (const half of [
      ['--json'],
      ['check', '--check'],
      ['check', 'more'],
      ['policy', '--check', '--json'],
    ]) {
      expect(packaged(...half).is, half.join(' ')).toBe('wrong')
    }
  })

  test('verifies the receipts of a post', () => {
    expect(packaged('receipts', '--verify', '--state', '/s')).toEqual({
      is: 'verifyReceipts',
      stateFolder: '/s',
    })
    for (const half of [['receipts'], ['--verify'], ['receipts', '--verify', 'more']]) {
      expect(packaged(...half).is).toBe('wrong')
    }
  })

  test('checks the catalogue, with the policy that is named', () => {
    expect(packaged('catalogue', '--check')).toEqual({ is: 'checkCatalogue', policyFile: undefined })
    expect(packaged('catalogue', '--check', '--policy', 'p.json')).toEqual({
      is: 'checkCatalogue',
      policyFile: 'p.json',
    })
    for (const half of [['catalogue'], ['--check'], ['catalogue', '--verify'], ['receipts', '--check']]) {
      expect(packaged(...half).is).toBe('wrong')
    }
  })

  test('asks whether an update may begin', () => {
    expect(packaged('updates', '--allowed', '--state', '/s')).toEqual({
      is: 'allowUpdates',
      policyFile: undefined,
      stateFolder: '/s',
    })
    for (const half of [['updates'], ['--allowed'], ['updates', '--check'], ['updates', '--allowed', 'x']]) {
      expect(packaged(...half).is, half.join(' ')).toBe('wrong')
    }
  })

  test('pairs with a code, in groups or not, and wants one', () => {
    const read = { is: 'pair', code: 'ABCD-EFGH', stateFolder: undefined }
    expect(packaged('pair', 'ABCD-EFGH')).toEqual(read)
    expect(packaged('pair', 'ABCD', 'EFGH', '--state', '/s')).toEqual({
      ...read,
      code: 'ABCD EFGH',
      stateFolder: '/s',
    })
    expect(packaged('pair').is).toBe('wrong')
  })

  test.each([
    ['--kisok', '--kisok'],
    ['https://www.caf.fr/', 'https://www.caf.fr/'],
    ['--policy', '--policy'],
    ['--kiosk=yes', '--kiosk'],
    ['--no-sandbox', '--no-sandbox'],
    ['--disable-web-security', '--disable-web-security'],
    ['--remote-debugging-port=9222', '--remote-debugging-port'],
    ['--inspect', '--inspect'],
    ['--visitor-debugging', '--visitor-debugging'],
  ])('refuses %s, and says which word was wrong', (argument, named) => {
    const reading = packaged(argument)
    expect(reading).toEqual({ is: 'wrong', message: expect.stringContaining(named) })
  })

  test('lets visitors be debugged from source only, and never opens the sandbox', () => {
    expect(fromSource('--visitor-debugging')).toEqual({
      is: 'run',
      commandLine: { ...plain, visitorDebugging: true },
    })
    expect(fromSource('--no-sandbox').is).toBe('wrong')
  })

  test('leaves the display’s switches to Chromium', () => {
    expect(packaged('--ozone-platform=wayland', '--force-device-scale-factor=2')).toEqual({
      is: 'run',
      commandLine: plain,
    })
  })

  test('is explained by --help, switch by switch', () => {
    for (const name of [
      'policy',
      'state',
      'kiosk',
      'visitor-debugging',
      'verify',
      'check',
      'explain',
      'print-effective',
      'json',
      'version',
      'help',
    ]) {
      expect(help).toContain(`--${name}`)
    }
  })

  test('--help lists every exit code with its meaning, once', () => {
    const table = help.slice(help.indexOf('Exit codes:'))
    for (const code of Object.values(exitCodes)) {
      expect(table.match(new RegExp(`^ +${code}  \\S`, 'gm')), String(code)).toHaveLength(1)
    }
  })
})

describe('our own arguments', () => {
  test('stand after the program, or after the folder it is run from', () => {
    expect(ownArguments(['estran', '--kiosk'], null)).toEqual(['--kiosk'])
    expect(ownArguments(['electron', '--inspect=0', '/src', '--kiosk', '/src'], '/src')).toEqual([
      '--kiosk',
      '/src',
    ])
    expect(ownArguments(['electron', '.', '--kiosk'], process.cwd())).toEqual(['--kiosk'])
  })
})
