import { scryptSync } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { keepStaffDesk } from '../../../../main/guardian/staff/staff-desk.ts'
import { fakeScheduler } from '../../../doubles/scheduler.ts'

const pin = '246813'
const hash = cheapHash(pin)

/** A hash as a policy holds it, of a cost that does not make a test wait. */
function cheapHash(of: string): string {
  const salt = Buffer.alloc(16, 1)
  return [
    'scrypt',
    1024,
    8,
    1,
    salt.toString('base64'),
    scryptSync(of, salt, 32, { N: 1024 }).toString('base64'),
  ].join(':')
}

function deskWith(pinHash: string | undefined, adminPinHash?: string) {
  const scheduler = fakeScheduler()
  const changes: string[] = []
  const desk = keepStaffDesk({ pinHash, adminPinHash }, scheduler, () => changes.push(desk.state().is))
  return { scheduler, desk, changes }
}

const lockedFor = (waitSeconds: number, wrong = true) => ({ is: 'locked', wrong, waitSeconds })

describe('the staff desk', () => {
  test('opens for the PIN, and for nothing else', async () => {
    const { desk, changes } = deskWith(hash)
    await desk.unlock(pin)
    expect(desk.state()).toEqual({ is: 'closed' })
    desk.open()
    expect(desk.state()).toEqual(lockedFor(0, false))
    await desk.unlock('000000')
    expect(desk.state()).toEqual(lockedFor(0))
    await desk.unlock(pin)
    expect(desk.state()).toEqual({ is: 'open', admin: null })
    expect(changes).toEqual(['locked', 'locked', 'open'])
  })

  test('looks at no PIN, not even the right one, while it makes staff wait', async () => {
    const { desk, scheduler } = deskWith(hash)
    desk.open()
    for (const wrong of ['000000', '111111', '222222']) await desk.unlock(wrong)
    expect(desk.state()).toEqual(lockedFor(30))
    await scheduler.advance(29)
    await desk.unlock(pin)
    expect(desk.state()).toEqual(lockedFor(1))
    await scheduler.advance(1)
    await desk.unlock('333333')
    expect(desk.state()).toEqual(lockedFor(60))
  })

  test('makes those wait who close it and come back', async () => {
    const { desk } = deskWith(hash)
    desk.open()
    for (const wrong of ['000000', '111111', '222222']) await desk.unlock(wrong)
    desk.close()
    desk.open()
    expect(desk.state()).toEqual(lockedFor(30, false))
  })

  test('forgets wrong PINs once the right one came', async () => {
    const { desk } = deskWith(hash)
    desk.open()
    for (const given of ['000000', '111111', pin]) await desk.unlock(given)
    desk.close()
    desk.open()
    for (const wrong of ['000000', '111111']) await desk.unlock(wrong)
    expect(desk.state()).toEqual(lockedFor(0))
  })

  test('looks at one of two guesses made at once', async () => {
    const { desk } = deskWith(hash)
    desk.open()
    await Promise.all([desk.unlock('000000'), desk.unlock(pin)])
    expect(desk.state()).toEqual(lockedFor(0))
  })

  test('closed while a PIN is looked at stays closed', async () => {
    const { desk } = deskWith(hash)
    desk.open()
    const unlocking = desk.unlock(pin)
    desk.close()
    await unlocking
    expect(desk.state()).toEqual({ is: 'closed' })
  })

  test('closes by itself a minute after the last touch', async () => {
    const { desk, scheduler } = deskWith(hash)
    desk.open()
    await desk.unlock(pin)
    await scheduler.advance(59)
    desk.noteActivity()
    await scheduler.advance(59)
    expect(desk.state()).toEqual({ is: 'open', admin: null })
    await scheduler.advance(1)
    expect(desk.state()).toEqual({ is: 'closed' })
  })

  test('knows the PIN of administration from that of staff, and makes guessers of it wait', async () => {
    const adminPin = '314159'
    const { desk, scheduler } = deskWith(hash, cheapHash(adminPin))
    expect(await desk.isAdmin(adminPin)).toBe(false)
    desk.open()
    expect(await desk.isAdmin(adminPin)).toBe(false)
    await desk.unlock(pin)
    for (const wrong of [pin, '000000', '111111']) expect(await desk.isAdmin(wrong)).toBe(false)
    expect(desk.state()).toEqual({ is: 'open', admin: { wrong: true, waitSeconds: 30 } })
    expect(await desk.isAdmin(adminPin)).toBe(false)
    await scheduler.advance(30)
    expect(await desk.isAdmin(adminPin)).toBe(true)
    expect(desk.state()).toEqual({ is: 'open', admin: { wrong: false, waitSeconds: 0 } })
  })

  test('has no admin without a PIN of administration in the policy', async () => {
    const { desk } = deskWith(hash)
    desk.open()
    await desk.unlock(pin)
    for (const guess of ['', pin, 'undefined']) expect(await desk.isAdmin(guess)).toBe(false)
  })

  test('is unavailable without a PIN in the policy', async () => {
    const { desk } = deskWith(undefined)
    desk.open()
    for (const guess of ['', pin, 'undefined']) await desk.unlock(guess)
    expect(desk.state()).toEqual({ is: 'unavailable' })
  })
})
