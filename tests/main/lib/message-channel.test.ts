import { Duplex } from 'node:stream'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { openChannel } from '../../../main/lib/message-channel.ts'

/** A pipe whose other side is the test. */
function opened() {
  const written: string[] = []
  const heard: unknown[] = []
  let broken = 0
  const pipe = new Duplex({
    read: () => {},
    write: (chunk, _encoding, done) => {
      written.push(String(chunk))
      done()
    },
  })
  const channel = openChannel(
    pipe,
    (message) => heard.push(message),
    () => {
      broken += 1
    },
  )
  const settled = () => new Promise((resolve) => setImmediate(resolve))
  return { pipe, channel, written, heard, broken: () => broken, settled }
}

describe('the channel between two processes', () => {
  test('carries messages whole, however they are cut on their way', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.jsonValue(), { maxLength: 20 }),
        fc.integer({ min: 1, max: 9 }),
        async (messages, size) => {
          const { channel, written } = opened()
          for (const message of messages) channel.send(message)
          const bytes = Buffer.from(written.join(''))
          const { pipe, heard, settled } = opened()
          for (let at = 0; at < bytes.length; at += size) pipe.push(bytes.subarray(at, at + size))
          await settled()
          expect(heard).toEqual(JSON.parse(JSON.stringify(messages)))
        },
      ),
    )
  })

  test('survives any bytes, and goes on hearing what comes after them', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 20 }), async (chunks) => {
        const { pipe, heard, settled, broken } = opened()
        for (const chunk of chunks) pipe.push(Buffer.from(chunk))
        pipe.push('\n{"type":"ready"}\n')
        await settled()
        expect(heard.at(-1)).toEqual({ type: 'ready' })
        expect(broken()).toBe(0)
      }),
    )
  })

  test('is broken off by a line that does not end', async () => {
    const { pipe, broken, heard, settled } = opened()
    for (let count = 0; count < 100 && !pipe.destroyed; count += 1) {
      pipe.push('x'.repeat(100_000))
      await settled()
    }
    expect(broken()).toBe(1)
    expect(pipe.destroyed).toBe(true)
    expect(heard).toEqual([])
  })

  test('is broken off when nothing that is sent is read', () => {
    let broken = 0
    const pipe = new Duplex({ read: () => {}, write: () => {} })
    const channel = openChannel(
      pipe,
      () => {},
      () => {
        broken += 1
      },
    )
    for (let count = 0; count < 100; count += 1) channel.send('x'.repeat(1_000_000))
    expect(broken).toBe(1)
    expect(pipe.writableLength).toBeLessThan(32_000_000)
  })
})
