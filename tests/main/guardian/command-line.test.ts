import { describe, expect, test } from 'vitest'
import { help, ownArguments, readCommandLine } from '../../../main/guardian/command-line.ts'

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
    expect(packaged('--check-policy', '--policy', 'p.json')).toEqual({
      is: 'checkPolicy',
      policyFile: 'p.json',
    })
    expect(packaged('--check-policy')).toEqual({ is: 'checkPolicy', policyFile: undefined })
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
      'check-policy',
      'verify',
      'check',
      'version',
      'help',
    ]) {
      expect(help).toContain(`--${name}`)
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
