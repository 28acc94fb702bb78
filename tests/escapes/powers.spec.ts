import { windowsOnScreen } from './desktop.ts'
import { expect, test } from './fixtures.ts'

/**
 * What a page may ask of the machine: code that ends in what was granted. All of it is tried after a press, as a page
 * that has a person press something would.
 */
const wishes: Record<string, string> = {
  'where the person is': 'new Promise((yes, no) => navigator.geolocation.getCurrentPosition(yes, no))',
  notifications: 'Notification.requestPermission().then((state) => { if (state !== "granted") throw state })',
  camera: 'navigator.mediaDevices.getUserMedia({ video: true })',
  microphone: 'navigator.mediaDevices.getUserMedia({ audio: true })',
  'the screen': 'navigator.mediaDevices.getDisplayMedia()',
  'what was copied': 'navigator.clipboard.readText()',
  'MIDI instruments': 'navigator.requestMIDIAccess({ sysex: true })',
  'USB devices': 'navigator.usb.requestDevice({ filters: [] })',
  'HID devices':
    'navigator.hid.requestDevice({ filters: [] }).then((found) => { if (found.length === 0) throw 0 })',
  'serial ports': 'navigator.serial.requestPort()',
  'Bluetooth devices': 'navigator.bluetooth.requestDevice({ acceptAllDevices: true })',
  'the fonts of the machine': 'queryLocalFonts().then((found) => { if (found.length === 0) throw 0 })',
  'the screens of the machine': 'getScreenDetails()',
  'whether the person is there':
    'IdleDetector.requestPermission().then((state) => { if (state !== "granted") throw state })',
  'the whole screen':
    'document.documentElement.requestFullscreen().then(() => { if (innerHeight > 740) return; throw "below the bar" })',
  'every key':
    'navigator.keyboard.lock(["Escape", "F11"]).then(() => { if (document.fullscreenElement === null) throw 0 })',
  'the pointer':
    'new Promise((yes, no) => { document.onpointerlockchange = yes; document.onpointerlockerror = no; document.body.requestPointerLock()?.then?.(yes, no) })',
  'to keep the screen on': 'navigator.wakeLock.request("screen")',
  'files, by picker': 'showOpenFilePicker()',
  'folders, by picker': 'showDirectoryPicker()',
  'a place to save, by picker': 'showSaveFilePicker()',
  'to register as a handler':
    'Promise.resolve(navigator.registerProtocolHandler("mailto", location.origin + "/?a=%s")).then(() => { throw "ignored" })',
  'a payment':
    'new PaymentRequest([{ supportedMethods: "https://google.com/pay" }], { total: { label: "a", amount: { currency: "EUR", value: "1" } } }).show()',
  'signing keys':
    'navigator.credentials.get({ publicKey: { challenge: new Uint8Array(16), timeout: 2000 } })',
}

test('what pages ask of the machine', async ({ post, page, attempts, sites }) => {
  const shell = await post.shell()
  const windows = (await windowsOnScreen()).length
  for (const [wish, code] of Object.entries(wishes)) {
    await attempts.holds(`a page asks for ${wish}`, async () => {
      await page.goto(`${sites.allocations.origin}/adresses`)
      await page.evaluate((code) => {
        const button = document.createElement('button')
        button.id = 'essai'
        button.textContent = 'Essayer'
        button.onclick = () => {
          const tried = new Promise((settle) => settle(new Function(`return ${code}`)()))
          const late = new Promise((_none, no) => setTimeout(no, 3000, 'no answer'))
          Promise.race([tried, late]).then(
            () => button.setAttribute('data-granted', ''),
            (reason) => button.setAttribute('data-refused', String(reason?.name ?? reason)),
          )
        }
        document.querySelector('main')?.prepend(button)
      }, code)
      const button = page.locator('#essai')
      await button.click()
      await expect(page.locator('#essai:is([data-granted], [data-refused])')).toBeVisible()
      expect((await windowsOnScreen()).length, 'windows').toBe(windows)
      expect(await button.getAttribute('data-granted')).toBeNull()
      await expect(shell.getByRole('button', { name: 'Terminer ma session' })).toBeVisible()
      return `refused: ${await button.getAttribute('data-refused')}`
    })
  }
})
