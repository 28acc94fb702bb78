import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { mayUse } from '../../../app/navigation/permissions.ts'

const types = ['electron', 'electron-33'].map((name) =>
  readFileSync(join(import.meta.dirname, '../../../node_modules', name, 'electron.d.ts'), 'utf8'),
)

/** All that a pattern captures in both Electrons' types, each once, in order. */
function named(pattern: RegExp): string[] {
  return [
    ...new Set(types.flatMap((text) => [...text.matchAll(pattern)].map(([, name = '']) => name))),
  ].sort()
}

/** Each was looked at: who adds an Electron that can ask for more must look at that too. */
const permissions = [
  ...['ar', 'automatic-fullscreen', 'background-fetch', 'background-sync', 'captured-surface-control'],
  ...['clipboard-read', 'clipboard-sanitized-write', 'deprecated-sync-clipboard-read', 'display-capture'],
  ...['fileSystem', 'fullscreen', 'geolocation', 'geolocation-approximate', 'hand-tracking', 'hid'],
  ...['idle-detection', 'keyboardLock', 'local-fonts', 'local-network', 'local-network-access'],
  ...['loopback-network', 'media', 'mediaKeySystem', 'midi', 'midiSysex', 'nfc', 'notifications'],
  ...['openExternal', 'payment-handler', 'periodic-background-sync', 'persistent-storage', 'pointerLock'],
  ...['screen-wake-lock', 'sensors', 'serial', 'smart-card', 'speaker-selection', 'storage-access'],
  ...['system-wake-lock', 'top-level-storage-access', 'unknown', 'usb', 'vr', 'web-app-installation'],
  ...['web-printing', 'window-management'],
]

describe('of all that Electron can ask', () => {
  test('every permission is known here', () => {
    const unions = named(
      /setPermission(?:Request|Check)Handler\(handler: .*?permission: ('[^)]*?'), (?:callback|requesting)/g,
    )
    const asked = unions.flatMap((union) => union.split(' | ').map((name) => name.replaceAll("'", '')))
    expect([...new Set(asked)].sort()).toEqual(permissions)
  })

  test('every device and every handler is known here', () => {
    expect(named(/\bdeviceType: \(('hid'[^)]*)\)/g)).toEqual(["'hid' | 'serial' | 'usb'"])
    expect(named(/on\(event: '(select-[^']*)'/g)).toEqual([
      'select-bluetooth-device',
      'select-client-certificate',
      'select-hid-device',
      'select-serial-port',
      'select-usb-device',
      // Without a listener, a security key that has several accounts answers with none.
      'select-webauthn-account',
      'select-webauthn-authenticator',
    ])
    expect(named(/^ {4}(set\w+Handler)\(handler: /gm)).toEqual([
      'setBluetoothPairingHandler',
      'setClientCertRequestPasswordHandler',
      'setDevicePermissionHandler',
      'setDisplayMediaRequestHandler',
      'setPermissionCheckHandler',
      'setPermissionRequestHandler',
      'setUSBProtectedClassesHandler',
      'setWindowOpenHandler',
    ])
  })

  test('nothing is allowed, but camera and microphone to hosts that are named', () => {
    const hosts = ['visio.example', '*.localhost']
    const at = (address: string) => permissions.filter((permission) => mayUse(permission, address, hosts))
    expect(at('https://visio.example/salle')).toEqual(['media'])
    expect(at('http://essai.localhost:4001')).toEqual(['media'])
    for (const other of [
      'https://example.org/',
      'http://visio.example/',
      'https://a.visio.example/',
      'file:///',
      '',
    ])
      expect(at(other)).toEqual([])
  })
})
