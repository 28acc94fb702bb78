import { crc32, deflateSync } from 'node:zlib'
import type { FileBody } from './file-body.ts'

const sidePixels = 64

/** A small blue square whose `Comment` text is `text`. */
export function png(text: string): FileBody {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(sidePixels, 0)
  header.writeUInt32BE(sidePixels, 4)
  header.set([8, 2], 8) // 8 bits a channel, RGB
  const row = Buffer.concat([Buffer.from([0]), Buffer.alloc(sidePixels * 3, Buffer.from([0x23, 0x42, 0x6f]))])
  const file = Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('tEXt', Buffer.from(`Comment\0${text}`, 'latin1')),
    chunk('IDAT', deflateSync(Buffer.concat(Array(sidePixels).fill(row)))),
    chunk('IEND', Buffer.alloc(0)),
  ])
  return { type: 'image/png', length: file.length, chunks: () => [file] }
}

function chunk(type: string, data: Buffer): Buffer {
  const typed = Buffer.concat([Buffer.from(type), data])
  const length = Buffer.alloc(4)
  const checksum = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  checksum.writeUInt32BE(crc32(typed))
  return Buffer.concat([length, typed, checksum])
}
