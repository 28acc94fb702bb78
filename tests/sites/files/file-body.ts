import type { ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'
import { setTimeout } from 'node:timers/promises'

/** A file to send: its length is known before its first byte. */
export type FileBody = { type: string; length: number; chunks(): Iterable<Buffer> }

/** How it is sent: at full speed or not; to the end, or half of it and then cut, or half of it and then nothing more. */
export type Pace = { bytesPerSecond: number; halfWay: 'goOn' | 'cut' | 'stall' }

const tickSeconds = 0.1

/** Sends the file after its headers; stops quietly when the browser goes away. */
export async function sendFile(response: ServerResponse, file: FileBody, pace: Pace): Promise<void> {
  response.setHeader('content-type', file.type)
  response.setHeader('content-length', file.length)
  try {
    await pipeline(paced(file, pace), response, { end: pace.halfWay === 'goOn' })
  } catch (error) {
    if (!response.destroyed) throw error
  }
  if (pace.halfWay !== 'cut') return

  // A reset, once the half has arrived: Chromium takes a connection merely closed too early for a finished download
  // when the answer has no ETag.
  await setTimeout(300)
  response.socket?.resetAndDestroy()
}

async function* paced(file: FileBody, pace: Pace): AsyncIterable<Buffer> {
  const tickBytes = Math.ceil(pace.bytesPerSecond * tickSeconds)
  let left = pace.halfWay === 'goOn' ? file.length : Math.floor(file.length / 2)
  for (const chunk of file.chunks()) {
    for (let start = 0; start < chunk.length && left > 0; start += tickBytes) {
      const part = chunk.subarray(start, start + Math.min(tickBytes, left))
      left -= part.length
      yield part
      if (pace.bytesPerSecond < Number.POSITIVE_INFINITY) await setTimeout(tickSeconds * 1000)
    }
  }
}
