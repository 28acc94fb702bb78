import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'

/** What each of these comes to in a page: what it was given, or the name of the error. */
function askAll(page: Page): Promise<Record<string, string>> {
  return page.evaluate(async () => {
    const devices = navigator as unknown as Record<string, { requestDevice(o: object): Promise<unknown> }>
    const asked: Record<string, () => unknown> = {
      camera: () => navigator.mediaDevices.getUserMedia({ video: true }),
      microphone: () => navigator.mediaDevices.getUserMedia({ audio: true }),
      screen: () => navigator.mediaDevices.getDisplayMedia(),
      position: () => new Promise((yes, no) => navigator.geolocation.getCurrentPosition(yes, no)),
      notification: async () => {
        if ((await Notification.requestPermission()) !== 'granted')
          throw new DOMException('', 'NotAllowedError')
      },
      clipboard: () => navigator.clipboard.readText(),
      midi: () => navigator.requestMIDIAccess({ sysex: true }),
      bluetooth: () => devices.bluetooth?.requestDevice({ acceptAllDevices: true }),
      usb: () => devices.usb?.requestDevice({ filters: [] }),
      serial: () => (devices.serial as unknown as { requestPort(): unknown }).requestPort(),
      folder: () => (window as unknown as { showDirectoryPicker(): unknown }).showDirectoryPicker(),
      fonts: () => (window as unknown as { queryLocalFonts(): unknown }).queryLocalFonts(),
    }
    const outcome = async (ask: () => unknown) => {
      try {
        await ask()
        return 'given'
      } catch (error) {
        return error instanceof DOMException ? error.name : 'refused'
      }
    }
    const outcomes: Record<string, string> = {}
    for (const [name, ask] of Object.entries(asked)) outcomes[name] = await outcome(ask)
    return outcomes
  })
}

test('a page is given nothing of what it asks to use', async ({ person, sites }) => {
  await person.begin()
  const page = await person.open('Allocations', sites.allocations)
  await page.waitForLoadState()
  const outcomes = await askAll(page)
  expect(Object.entries(outcomes).filter(([, outcome]) => outcome === 'given')).toEqual([])
  const states = await page.evaluate(() =>
    Promise.all(
      ['camera', 'microphone', 'geolocation', 'notifications', 'clipboard-read', 'midi'].map(
        async (name) => (await navigator.permissions.query({ name: name as PermissionName })).state,
      ),
    ),
  )
  expect(states).not.toContain('granted')
})

test.describe('where the policy names the host', () => {
  test.use({ alsoInPolicy: { permissions: { cameraAndMicrophoneHosts: ['allocations.localhost'] } } })

  test('camera and microphone are given to it alone, and the bar says so until it is left', async ({
    post,
    person,
    sites,
  }) => {
    await person.begin()
    const page = await person.open('Allocations', sites.allocations)
    await page.waitForLoadState()
    const shell = await post.shell()
    const outcomes = await askAll(page)
    expect(Object.entries(outcomes).filter(([, outcome]) => outcome === 'given')).toEqual([
      ['camera', 'given'],
      ['microphone', 'given'],
    ])
    await expect(shell.getByText('Caméra et micro ouverts')).toBeVisible()
    await page.goto(`${sites.allocations.origin}/connexion`)
    await expect(shell.getByText('Caméra et micro ouverts')).toHaveCount(0)
    await page.goto(sites.travail.origin)
    expect(await askAll(page)).toMatchObject({ camera: 'NotAllowedError', microphone: 'NotAllowedError' })
  })
})
