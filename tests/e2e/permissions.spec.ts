import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'

/** What each of these comes to in a page: what it was given, or the name of the error. */
function askAll(page: Page): Promise<Record<string, string>> {
  return page.evaluate(async () => {
    type Asks = (wish?: object) => Promise<unknown>
    const of = (owner: object, group: string) => Reflect.get(owner, group) as Record<string, Asks>
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
      bluetooth: () => of(navigator, 'bluetooth').requestDevice?.({ acceptAllDevices: true }),
      usb: () => of(navigator, 'usb').requestDevice?.({ filters: [] }),
      serial: () => of(navigator, 'serial').requestPort?.(),
      hid: async () => {
        const chosen = await of(navigator, 'hid').requestDevice?.({ filters: [] })
        if (Array.isArray(chosen) && chosen.length === 0) throw new DOMException('', 'NotFoundError')
      },
      folder: () => of(globalThis, 'window').showDirectoryPicker?.(),
      fonts: async () => {
        const fonts = await of(globalThis, 'window').queryLocalFonts?.()
        if (Array.isArray(fonts) && fonts.length === 0) throw new DOMException('', 'NotAllowedError')
      },
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
  await page.getByRole('heading', { level: 1 }).waitFor()
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
    await page.getByRole('heading', { level: 1 }).waitFor()
    const shell = await post.shell()
    const outcomes = await askAll(page)
    expect(Object.entries(outcomes).filter(([, outcome]) => outcome === 'given')).toEqual([
      ['camera', 'given'],
      ['microphone', 'given'],
    ])
    await expect(shell.getByText('la caméra et le micro sont ouverts')).toBeVisible()
    await page.goto(`${sites.allocations.origin}/connexion`)
    await expect(shell.getByText('la caméra et le micro sont ouverts')).toHaveCount(0)
    await page.goto(sites.travail.origin)
    expect(await askAll(page)).toMatchObject({ camera: 'NotAllowedError', microphone: 'NotAllowedError' })
  })
})
